using System.Collections.Immutable;
using System.Text.Json;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps;

/// <summary>What settings of several steps are checked for, in one wording.</summary>
internal static class Rules
{
    public const int LongestTag = 100;
    public const int LongestName = 200;
    public const int LongestText = 10_000;
    public const int LongestUrl = 2_000;
    public const int MostListed = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3 * 366);

    /// <summary>A time that must be there to mean anything: not negative, not nothing, at most three years.</summary>
    public static IEnumerable<SettingFinding> Length(Duration? duration, string field, string what)
    {
        if (duration is not { } length) yield break;
        if (length.IsNegative) yield return new(field, $"Time cannot run backward: {what} must be more than zero. Remove the minus sign.");
        else if (length.IsZero) yield return new(field, $"Enter {what}: it is zero right now.");
        if (length.Approximate.Duration() > Longest)
            yield return new(field, $"More than three years is further ahead than a sequence can plan. Shorten {what}.");
    }

    /// <summary>A signed distance from a date: at most three years.</summary>
    public static IEnumerable<SettingFinding> Distance(Duration? duration, string field)
    {
        if (duration is { } length && length.Approximate.Duration() > Longest)
            yield return new(field, "More than three years is further ahead than a sequence can plan. Choose less.");
    }

    /// <summary>A recipient as it is written; nothing chosen yet is no finding of this rule.</summary>
    public static IEnumerable<SettingFinding> WhoGetsIt(string? to, string field)
    {
        if (!string.IsNullOrEmpty(to) && Recipient.Parse(to) is null)
            yield return new(field, "Choose the owner, the assigned employee, a person or a role.");
    }

    /// <summary>Whether a comparison has the value it needs.</summary>
    public static IEnumerable<SettingFinding> Value(Operator? op, JsonElement? value, string field = "value")
    {
        if (op is not { } chosen || chosen is Operator.Empty or Operator.NotEmpty) yield break;
        if (chosen == Operator.Between)
        {
            if (value is not { ValueKind: JsonValueKind.Array } pair
                || pair.GetArrayLength() != 2
                || pair.EnumerateArray().Any(bound => !CanOrder(bound)))
                yield return new(field, "Between needs two numbers or dates, the lower first.");
            else if (Values.AsNumber(pair[0]) > Values.AsNumber(pair[1]))
                yield return new(field, "The first of the two is above the second, so nothing can ever be between them. Swap them.");
        }
        else if (chosen is Operator.In or Operator.NotIn)
        {
            if (value is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is 0 or > MostListed)
                yield return new(field, $"List between 1 and {MostListed} values to compare with.");
        }
        else if (Comparison.IsEmpty(value))
        {
            yield return new(field, "Say what to compare with, or choose “is empty”.");
        }
        else if (chosen is Operator.Before or Operator.After or Operator.Greater or Operator.AtLeast or Operator.Less or Operator.AtMost
            && !CanOrder(value!.Value))
        {
            yield return new(field, "Compare with a number, a date such as 2026-05-01, or a time from now such as -P30D for 30 days ago.");
        }
    }

    /// <summary>The lines of a <c>where</c>.</summary>
    public static IEnumerable<SettingFinding> Where(ImmutableArray<PropertyCondition> lines)
    {
        if (lines.IsDefaultOrEmpty) yield break;
        if (lines.Length > 20) yield return new("where", "At most 20 conditions on properties.");
        foreach (var (line, index) in lines.Take(20).Select((line, index) => (line, index)))
        {
            if (line is null || string.IsNullOrWhiteSpace(line.Property))
                yield return new($"where[{index}].property", "Name the property to look at.");
            if (line is null) continue;
            foreach (var finding in Value(line.Op, line.Value, $"where[{index}].value")) yield return finding;
        }
    }

    /// <summary>A list that must name something.</summary>
    public static IEnumerable<SettingFinding> Listed(ImmutableArray<string> list, string field, string what)
    {
        if (list.IsDefaultOrEmpty) yield return new(field, $"Choose at least one {what}.");
        else if (list.Length > MostListed) yield return new(field, $"At most {MostListed} can be listed.");
        else if (list.Any(string.IsNullOrWhiteSpace)) yield return new(field, $"One {what} in the list is empty. Remove it.");
    }

    /// <summary>Events that are the product's own business and no one else's.</summary>
    public static bool IsInternal(string eventName) =>
        eventName is EventNames.EnrolledByHand or EventNames.SequenceStarted or EventNames.MomentCame or EventNames.Identify
            or EventNames.Group or EventNames.LimitReached or EventNames.NotUnderstood;

    private static bool CanOrder(JsonElement value) =>
        Values.AsNumber(value) is not null || Values.AsMoment(value, TimeZoneInfo.Utc) is not null
            || (value.ValueKind == JsonValueKind.String && Duration.TryParse(Values.AsText(value), out _));
}
