using System.Globalization;
using FlowBuilder.Core.Model.Customers;

namespace FlowBuilder.Web.Hosting.Settings;

/// <summary>Configuration section <c>Limits</c>: how much one customer may hold.</summary>
internal static class CustomerLimitSettings
{
    /// <summary>What is configured; as shipped where nothing is.</summary>
    /// <exception cref="SettingsException">A limit is no number, or out of its range.</exception>
    public static CustomerLimits Read(IConfiguration configuration)
    {
        var standard = CustomerLimits.Standard;
        return new CustomerLimits
        {
            Fields = Number("CustomerFields", standard.Fields, 20, 5_000),
            FieldBytes = Number("CustomerBytes", standard.FieldBytes, 4 * 1024, 1024 * 1024),
            RecordFields = Number("RecordFields", standard.RecordFields, 20, 2_000),
            RecordBytes = Number("RecordBytes", standard.RecordBytes, 4 * 1024, 256 * 1024),
            Records = Number("CustomerRecords", standard.Records, 100, 100_000),
            Tags = Number("CustomerTags", standard.Tags, 10, 2_000),
        };

        int Number(string name, int standing, int least, int most) => configuration[$"Limits:{name}"] switch
        {
            null => standing,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
            var text => throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"Limits:{name} is “{text}”, but must be a whole number from {least} to {most}. Change it, or remove it: then it is {standing}.")),
        };
    }
}
