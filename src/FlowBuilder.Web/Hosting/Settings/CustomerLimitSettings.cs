using FlowBuilder.Core.Model.Customers;

namespace FlowBuilder.Web.Hosting.Settings;

/// <summary>Configuration section <c>Limits</c>: how much one customer may hold.</summary>
internal static class CustomerLimitSettings
{
    /// <summary>What is configured; as shipped where nothing is.</summary>
    /// <exception cref="SettingsException">A limit is no number, or out of its range.</exception>
    public static CustomerLimits Read(IConfiguration configuration) => new()
    {
        Fields = SettingRanges.CustomerFields.Read(configuration),
        FieldBytes = SettingRanges.CustomerBytes.Read(configuration),
        RecordFields = SettingRanges.RecordFields.Read(configuration),
        RecordBytes = SettingRanges.RecordBytes.Read(configuration),
        Records = SettingRanges.CustomerRecords.Read(configuration),
        Tags = SettingRanges.CustomerTags.Read(configuration),
    };
}
