using System.Text.RegularExpressions;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Channels.Webhook;
using FlowBuilder.Storage;
using FlowBuilder.Testing;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.Settings;

public sealed partial class SettingRangesTests
{
    private static readonly (string Section, Type Type)[] Bound =
    [
        ("Engine", typeof(EngineOptions)), ("Email", typeof(EmailOptions)), ("Email:Smtp", typeof(SmtpOptions)),
        ("Text", typeof(TextOptions)),
        ("Webhooks", typeof(WebhookOptions)), ("RateLimits", typeof(AllowanceOptions)),
    ];

    public static TheoryData<string> Keys => [.. SettingRanges.All.Select(range => range.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_is_out_of_its_range_is_refused_by_name_with_what_is_allowed(string key)
    {
        var range = SettingRanges.All.Single(known => known.Key == key);
        foreach (var value in Beyond(range).Append("much"))
        {
            var refused = Should.Throw<SettingsException>(() => SettingRanges.Check(Of(key, value))).Message;
            refused.ShouldStartWith($"{key} is “{value}”, but must be ");
            refused.ShouldContain($" from {range.Words}.");
        }
    }

    private static string[] Beyond(SettingRange range) => range switch
    {
        SettingRange.Number number => [$"{number.Least - 1L}", $"{number.Most + 1L}"],
        SettingRange.Time time => [$"{time.Least - TimeSpan.FromSeconds(1):c}", $"{time.Most + TimeSpan.FromSeconds(1):c}"],
        _ => throw new InvalidOperationException($"{range.Key} is of an unknown kind."),
    };

    [Fact]
    public void What_nobody_sets_is_in_its_range() => Should.NotThrow(() => SettingRanges.Check(new ConfigurationBuilder().Build()));

    [Fact]
    public void The_program_is_not_put_together_with_a_value_out_of_its_range() =>
        Should.Throw<SettingsException>(() => WebApplication.CreateBuilder(["--Email:Smtp:Connections=51"]).AddFlowBuilderWeb())
            .Message
            .ShouldBe(
                "Email:Smtp:Connections is “51”, but must be a whole number from 1 to 50 connections. Change it, or remove it: then it is "
                    + "5.");

    /// <summary>A class that is bound from the configuration cannot get a number or a time without a range.</summary>
    [Fact]
    public void Every_number_and_time_of_a_class_of_settings_has_its_range() =>
        (from bound in Bound
         from property in bound.Type.GetProperties()
         where (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
             && (type == typeof(int) || type == typeof(TimeSpan))
         select $"{bound.Section}:{property.Name}").Except(SettingRanges.All.Select(range => range.Key)).ShouldBeEmpty();

    [Fact]
    public void The_defaults_that_are_told_are_those_of_the_classes()
    {
        var allowances = new AllowanceOptions();
        Default("RateLimits:CallsPerMinute").ShouldBe(allowances.CallsPerMinute);
        Default("RateLimits:EventsPerSecond").ShouldBe(allowances.EventsPerSecond);
        Default("RateLimits:EventBurst").ShouldBe(allowances.EventBurst);
        Default("RateLimits:WorkSeconds").ShouldBe(allowances.WorkSeconds);
        Default("RateLimits:WorkPercent").ShouldBe(allowances.WorkPercent);
    }

    [Fact]
    public void The_page_of_settings_shows_every_range()
    {
        var shown = from line in File.ReadLines(Path.Combine(Repository.Root, "docs", "configuration.md"))
                    where line.StartsWith("| `", StringComparison.Ordinal)
                    let cells = line.Trim().Trim('|').Split(" | ")
                    select (Keys: KeysOf(cells[0]), Range: cells[^1].Trim());
        var told = shown.ToList();
        told.SelectMany(row => row.Keys).Intersect(SettingRanges.All.Select(range => range.Key)).Count().ShouldBe(SettingRanges.All.Count);
        foreach (var (keys, range) in told)
            range.ShouldBe(
                string.Join("; ", keys.Select(key => SettingRanges.All.FirstOrDefault(known => known.Key == key)?.Words).OfType<string>()),
                string.Join(", ", keys));
    }

    /// <summary><c>Engine:Partitions</c>, <c>:StepsPerTurn</c>: what begins with a colon goes on from the one before.</summary>
    private static List<string> KeysOf(string cell)
    {
        var keys = new List<string>();
        var section = "";
        foreach (var key in Code().Matches(cell).Select(match => match.Groups[1].Value))
        {
            if (!key.StartsWith(':')) section = key.LastIndexOf(':') is > 0 and var end ? key[..end] : "";
            keys.Add(key.StartsWith(':') ? section + key : key);
        }

        return keys;
    }

    private static int? Default(string key) => ((SettingRange.Number)SettingRanges.All.Single(range => range.Key == key)).Default;

    private static IConfiguration Of(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
