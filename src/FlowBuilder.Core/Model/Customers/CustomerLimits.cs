namespace FlowBuilder.Core.Model.Customers;

/// <summary>
/// How much one customer may hold, so that no customer can make every turn of their own, and with it their neighbours' turns, slow. Doors
/// refuse what is beyond it where they can know; the turn itself never lets a customer grow past it, whatever comes in.
/// </summary>
public sealed record CustomerLimits
{
    /// <summary>Longest name of a field, of a property and of a tag, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>As shipped.</summary>
    public static CustomerLimits Standard { get; } = new();

    /// <summary>Fields of a customer. Default 500.</summary>
    public int Fields { get; init; } = 500;

    /// <summary>All fields of a customer as JSON, in bytes. Default 65,536.</summary>
    public int FieldBytes { get; init; } = 64 * 1024;

    /// <summary>Properties of a record. Default 200.</summary>
    public int RecordFields { get; init; } = 200;

    /// <summary>All properties of a record as JSON, in bytes. Default 32,768.</summary>
    public int RecordBytes { get; init; } = 32 * 1024;

    /// <summary>Records of a customer. Default 10,000.</summary>
    public int Records { get; init; } = 10_000;

    /// <summary>Tags of a customer. Default 200.</summary>
    public int Tags { get; init; } = 200;
}
