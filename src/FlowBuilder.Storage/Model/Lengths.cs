namespace FlowBuilder.Storage.Model;

/// <summary>Longest texts in keys and indexes, in UTF-16 units. What comes from outside is checked
/// against these before it is stored.</summary>
public static class Lengths
{
    public const int UserId = 256;
    public const int Source = 100;
    public const int MessageId = 256;
    public const int Tag = 200;
    public const int RecordType = 60;
    public const int RecordId = 200;
    public const int Node = 40;
    public const int Port = 200;
    public const int EventName = 200;
    public const int Email = 320;
    public const int TemplateKey = 100;
    public const int Principal = 100;
    public const int IdempotencyKey = 255;
    public const int Hash = 64;
    public const int Person = 100;
}
