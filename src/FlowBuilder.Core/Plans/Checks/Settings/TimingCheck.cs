using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary>
/// <c>impossible-timing</c>: a wait that aims at a date of a record where there is none, or at a moment that has passed by the time
/// a customer gets there; <c>passed-moment</c>: a fixed moment that lies in the past; <c>unusual-date</c>: a date such records do not have.
/// </summary>
internal sealed class TimingCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        var waits = drawing.Of(NodeKind.Wait)
            .Where(i => drawing.Reached[i] && (drawing.Nodes[i].Step as WaitStep)?.Target is not null).ToArray();
        if (waits.Length > 0)
        {
            var records = PossibleRecords.Of(drawing);
            var arrivals = Arrivals.Of(drawing, waits);
            foreach (var i in waits)
                if (Judge(drawing, i, (WaitStep)drawing.Nodes[i].Step!, records, arrivals) is { } found) yield return found;
        }

        foreach (var i in drawing.Of(NodeKind.Trigger))
            if (drawing.Surroundings.Now is { } now && (drawing.Nodes[i].Step as TriggerStep)?.OnlyAt <= now)
                yield return new Diagnostic(
                    "passed-moment", Severity.Warning, drawing.Nodes[i].Id, "at",
                    "This moment has passed, so the trigger will never start for anyone. Choose a later one.");
    }

    private static Diagnostic? Judge(Drawing drawing, int node, WaitStep wait, PossibleRecords records, Arrivals arrivals)
    {
        var id = drawing.Nodes[node].Id;
        var target = wait.Target!.Value;
        if (target.At is { } at)
        {
            if (arrivals.AllAtOrAfter(node, at))
                return new Diagnostic(
                    "impossible-timing", Severity.Error, id, "at",
                    "By the time a customer gets here this moment has always passed. Wait until a later one.");
            return drawing.Surroundings.Now >= at
                ? new Diagnostic(
                    "passed-moment", Severity.Warning, id, "at",
                    "This moment has passed, so the wait will be over right away. Choose a later one.")
                : null;
        }

        if (target.RecordProperty is not { } property) return null;
        if (records.IsWithout(node))
            return new Diagnostic("impossible-timing", Severity.Error, id, "property",
                $"This waits for the date “{property}” of a record, but nothing that starts this sequence is about one. Use another "
                    + $"trigger, or a date of the customer.");
        if (records.UsualElsewhere(node, property) is { } usual)
            return new Diagnostic("unusual-date", Severity.Warning, id, "property", usual);
        return arrivals.Passed(node, property, target.Shift) switch
        {
            Share.All => new Diagnostic("impossible-timing", Severity.Error, id, "shift", Passed(wait)),
            Share.Some => new Diagnostic(
                "impossible-timing", Severity.Warning, id, "shift",
                $"For one of the ways in: {char.ToLowerInvariant(Passed(wait)[0])}{Passed(wait)[1..]}"),
            Share.None => null,
        };
    }

    private static string Passed(WaitStep wait) =>
        $"This would {wait.Sentence(Names.Unknown)}, but by the time a customer gets here that moment has always passed. Choose a later "
            + $"moment, or an earlier trigger.";
}
