using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans;

/// <summary>
/// Which changes of a customer plans can hear, triggers apart (those are asked themselves): by their entry conditions, Stop Whens and
/// waits. An If hears nothing: it looks when it is come by.
/// </summary>
public sealed record Hearing
{
    /// <summary>Hears nothing.</summary>
    public static Hearing Nothing { get; } = new();

    /// <summary>What the conditions and waits depend on.</summary>
    public Dependencies To { get; init; } = Dependencies.None;

    /// <summary>Some entry condition asks the arriving event itself, so every event may turn it.</summary>
    public bool Everything { get; init; }

    /// <summary>What one plan can hear.</summary>
    public static Hearing Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var entering = plan.EntryRules.Select(rule => rule.When).OfType<ConditionGroup>().ToArray();
        return new Hearing
        {
            To = Dependencies.Union(entering.Concat(plan.Stops.Select(stop => stop.When))
                .Select(when => when.DependsOn)
                .Concat(plan.Steps.Select(step => step.Step).OfType<WaitStep>().Select(wait => wait.Hears))),
            Everything = entering.Any(AsksTheEvent),
        };
    }

    /// <summary>What several can hear together.</summary>
    public static Hearing Union(IEnumerable<Hearing> several)
    {
        var all = several.ToArray();
        return all.Length == 0
            ? Nothing
            : new Hearing { To = Dependencies.Union(all.Select(one => one.To)), Everything = all.Any(one => one.Everything) };
    }

    /// <summary>Whether a change, told as an event of our own, can be heard.</summary>
    public bool Hears(string name, Properties change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Everything || To.Events.Contains(name)) return true;
        if (change.Text("tag") is { } tag && name != EventNames.FieldChanged) return To.Tags.Contains(tag);
        return change.Text("field") is { } field && (To.Fields.Contains(field) || To.Fields.Contains(field.Split('.')[0]));
    }

    private static bool AsksTheEvent(Condition condition) => condition is ConditionGroup group
        ? group.Members.Any(AsksTheEvent)
        : condition.DependsOn
            is
        {
            Events.IsEmpty: true, Tags.IsEmpty: true, Fields.IsEmpty: true, RecordTypes.IsEmpty: true, OwnRecord: false,
            OnRuns: false
        };
}
