using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Channels.Webhook;
using FlowBuilder.Storage;

namespace FlowBuilder.Web.Hosting.Settings;

/// <summary>Every setting that is a number or a time: the one place that tells what it may be.
/// <c>docs/configuration.md</c> shows the same.</summary>
internal static class SettingRanges
{
    private static readonly SmtpOptions Smtp = new();
    private static readonly CustomerLimits Customer = CustomerLimits.Standard;

    public static SettingRange.Number CustomerFields { get; } = new("Limits:CustomerFields", 20, 5_000, "fields", Customer.Fields);

    public static SettingRange.Number CustomerBytes { get; } = new(
        "Limits:CustomerBytes", 4 * 1024, 1024 * 1024, "bytes", Customer.FieldBytes);

    public static SettingRange.Number CustomerRecords { get; } = new("Limits:CustomerRecords", 100, 100_000, "records", Customer.Records);

    public static SettingRange.Number CustomerTags { get; } = new("Limits:CustomerTags", 10, 2_000, "tags", Customer.Tags);

    public static SettingRange.Number RecordFields { get; } = new("Limits:RecordFields", 20, 2_000, "properties", Customer.RecordFields);

    public static SettingRange.Number RecordBytes { get; } = new("Limits:RecordBytes", 4 * 1024, 256 * 1024, "bytes", Customer.RecordBytes);

    public static SettingRange.Number ScreensPerAccount { get; } = new("Circuits:PerAccount", 1, 100_000, "screens", 10);

    public static SettingRange.Number ScreensPerAddress { get; } = new("Circuits:PerAddress", 1, 100_000, "screens", 30);

    public static SettingRange.Number ScreensInAll { get; } = new("Circuits:InAll", 1, 100_000, "screens", 1_000);

    public static SettingRange.Number AttemptsPerMinute { get; } = new("RateLimits:DoorsPerMinute", 1, 1_000_000, "attempts", 30);

    public static SettingRange.Time LongestSession { get; } =
        new("Security:LongestSession", TimeSpan.FromHours(1), TimeSpan.FromDays(366), TimeSpan.FromDays(30)) { MayBeEmpty = true };

    public static IReadOnlyList<SettingRange> All { get; } =
    [
        new SettingRange.Number("Email:Smtp:Port", 1, 65_535, "", null) { MayBeEmpty = true },
        new SettingRange.Number("Email:Smtp:Connections", 1, SmtpOptions.MostConnections, "connections", Smtp.Connections),
        new SettingRange.Time("Email:Smtp:Timeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), Smtp.Timeout),
        new SettingRange.Time("Text:Timeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), new TextOptions().Timeout),
        new SettingRange.Time("Webhooks:Timeout", TimeSpan.FromSeconds(1), WebhookOptions.LongestTimeout, WebhookOptions.LongestTimeout),
        LongestSession,
        new SettingRange.Number("RateLimits:CallsPerMinute", 1, 10_000_000, "calls", 1_000),
        new SettingRange.Number("RateLimits:EventsPerSecond", 1, 10_000_000, "events", 5_000),
        new SettingRange.Number("RateLimits:EventBurst", 1, 10_000_000, "events", 20_000),
        new SettingRange.Number("RateLimits:WorkSeconds", 1, 3_600, "seconds", 10),
        new SettingRange.Number("RateLimits:WorkPercent", 1, 1_000, "percent", 10),
        AttemptsPerMinute, CustomerFields, CustomerBytes, CustomerRecords, CustomerTags, RecordFields, RecordBytes,
        ScreensPerAccount, ScreensPerAddress, ScreensInAll,
        new SettingRange.Number("Engine:Partitions", 1, EngineOptions.MostPartitions, "shares", new EngineOptions().Partitions),
        new SettingRange.Number("Engine:StepsPerTurn", 1, EngineOptions.MostSteps, "steps", new EngineOptions().StepsPerTurn),
    ];

    /// <summary>Checks all of them, before anything of the program is made.</summary>
    /// <exception cref="SettingsException">A value is of another kind, or out of its range.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var range in All) range.Check(configuration);
    }
}
