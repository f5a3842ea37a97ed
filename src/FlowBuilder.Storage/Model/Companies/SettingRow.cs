namespace FlowBuilder.Storage.Model.Companies;

/// <summary>A setting of the whole installation. Table <c>settings</c>.</summary>
public sealed class SettingRow
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}
