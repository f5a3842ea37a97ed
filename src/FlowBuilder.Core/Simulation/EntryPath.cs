using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Simulation;

/// <summary>The triggers, ANDs and ORs somebody came in by, for lighting them up. Rules are at most
/// as deep as the compiler allows, so recursion is safe.</summary>
public static class EntryPath
{
    /// <summary>The nodes of the way in as far as they are known later, when the facts of that
    /// moment are gone: by the name of the event.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="first">Index of the step the run began with.</param>
    /// <param name="eventName">What brought it; null when that is gone too.</param>
    public static IReadOnlyList<string> Of(Plan plan, int first, string? eventName)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Of(plan, first, eventName, rule => rule is EntryRule.Fires fires && eventName is not null
            && (eventName == EventNames.MomentCame ? fires.Trigger is ClockTrigger : fires.Trigger.ListensTo.Contains(eventName)));
    }

    /// <summary>The nodes of the way in that begins with a step.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="first">The step the run began with.</param>
    /// <param name="happened">The event that brought it; null for a moment.</param>
    /// <param name="moment">The moment that brought it.</param>
    /// <param name="facts">The facts after it.</param>
    internal static IReadOnlyList<string> Of(Plan plan, int first, CustomerEvent? happened, ScheduledMoment? moment, Facts facts) =>
        Of(plan, first, happened?.Name, rule => Fires(rule, happened, moment, facts));

    private static IReadOnlyList<string> Of(Plan plan, int first, string? eventName, Func<EntryRule, bool> fires)
    {
        var entries = plan.Entries.Where(entry => entry.FirstStep == first).ToArray();
        foreach (var entry in entries)
        {
            var path = new List<string>();
            if (Walk(entry.Rule, path, fires)) return path;
        }

        // A condition has turned, or somebody was enrolled by hand where no trigger is for that.
        return entries.Length == 0
            ? []
            : entries.Select(entry => entry.Rule).OfType<EntryRule.Any>().FirstOrDefault(any => any.When is not null) is { } turned
                && eventName != EventNames.EnrolledByHand
            ? [turned.Node]
            : [.. All(entries[0].Rule)];
    }

    private static bool Walk(EntryRule rule, List<string> path, Func<EntryRule, bool> fires)
    {
        var came = fires(rule);
        foreach (var input in rule.Inputs)
        {
            var length = path.Count;
            if (Walk(input, path, fires)) came = true;
            else path.RemoveRange(length, path.Count - length);
            if (came && rule is EntryRule.Any) break;
        }

        if (!came) return false;
        // What an AND had remembered has led in as well.
        if (rule is EntryRule.All { Inputs.Length: > 1 } several)
            path.AddRange(several.Inputs.SelectMany(All).Where(node => !path.Contains(node)));
        path.Add(rule.Node);
        return true;
    }

    private static bool Fires(EntryRule rule, CustomerEvent? happened, ScheduledMoment? moment, Facts facts) =>
        moment is not null ? rule.Node == moment.Node
        : rule is EntryRule.Fires fires
            && happened is not null
            && fires.Trigger.ListensTo.Contains(happened.Name)
            && fires.Trigger.Answers(happened, facts);

    private static IEnumerable<string> All(EntryRule rule) => rule.DescendantsAndSelf().Select(below => below.Node);
}
