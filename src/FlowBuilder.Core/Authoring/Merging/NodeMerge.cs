using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Merging;

/// <summary>Merges nodes: which there are, and what each is, setting by setting.</summary>
internal static class NodeMerge
{
    /// <summary>The nodes there are after the merge, by id.</summary>
    public static Dictionary<string, Node> Of(Merge merge)
    {
        var from = merge.From.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var mine = merge.Mine.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var theirs = merge.Theirs.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var merged = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var id in merge.From.Nodes
            .Concat(merge.Mine.Nodes)
            .Concat(merge.Theirs.Nodes)
            .Select(node => node.Id)
            .Distinct(StringComparer.Ordinal))
            if (Of(merge, from.GetValueOrDefault(id), mine.GetValueOrDefault(id), theirs.GetValueOrDefault(id)) is { } node)
                merged.Add(id, node);
        return merged;
    }

    private static Node? Of(Merge merge, Node? from, Node? mine, Node? theirs)
    {
        if (mine is null && theirs is null) return null;
        if (from is null) return mine is null ? theirs : theirs is null ? mine : Both(merge, mine, mine, theirs);
        if (mine is null) return Deleted(merge, from, theirs!, iDeleted: true);
        return theirs is null ? Deleted(merge, from, mine, iDeleted: false) : Both(merge, from, mine, theirs);
    }

    private static Node? Deleted(Merge merge, Node from, Node left, bool iDeleted)
    {
        if (ReferenceEquals(from, left) || StepText.Of(from, merge.Steps) == StepText.Of(left, merge.Steps)) return null;
        var (was, isNow) = (NodePhrases.Quote(from, merge.Names), NodePhrases.Quote(left, merge.Names));
        var changed = was == isNow ? $"changed {was}" : $"changed {was} to {isNow}";
        var kept = merge.Conflict(
            from.Id, iDeleted ? null : left, iDeleted ? left : null,
            iDeleted
                ? $"{merge.Who} {changed} while you deleted it."
                : $"{merge.Who} deleted {was} while you {(was == isNow ? "changed it" : $"changed it to {isNow}")}.");
        if (kept is not null) merge.Kept.Add(kept.Id);
        return kept;
    }

    private static Node Both(Merge merge, Node from, Node mine, Node theirs)
    {
        if (ReferenceEquals(from, theirs) || ReferenceEquals(mine, theirs)) return mine;
        if (ReferenceEquals(from, mine)) return theirs;
        var at = from.At == mine.At ? theirs.At : mine.At;
        var whole = mine.Kind != theirs.Kind || mine.Step?.GetType() != theirs.Step?.GetType();
        if (whole)
        {
            if (Merge.TryPick(
                from, mine, theirs, (one, other) => StepText.Of(one, merge.Steps) == StepText.Of(other, merge.Steps), out var picked))
                return picked with { At = at };
            return merge.Conflict(from.Id, mine, theirs, Told(merge, from, mine, theirs)) with { At = at };
        }

        var told = merge.Conflicts.Count;
        var step = Step(merge, from, mine, theirs, ref told);
        if (!Merge.TryPick(from.When, mine.When, theirs.When, (one, other) => StepText.Same(one, other, merge.Steps), out var when))
            when = Tell(mine.When, theirs.When, ref told);
        if (!Merge.TryPick(from.Text, mine.Text, theirs.Text, string.Equals, out var text)) text = Tell(mine.Text, theirs.Text, ref told);
        var merged = mine with { Step = step, When = when, Text = text, At = at };
        return ReferenceEquals(merged.Step, mine.Step) && ReferenceEquals(when, mine.When) && text == mine.Text && at == mine.At
            ? mine
            : merged;

        T Tell<T>(T ours, T others, ref int before)
        {
            // One conflict for each node is enough to tell.
            if (merge.Conflicts.Count > before) return merge.IsMine ? ours : others;
            return merge.Conflict(from.Id, ours, others, Told(merge, from, mine, theirs));
        }
    }

    private static Step? Step(Merge merge, Node from, Node mine, Node theirs, ref int told)
    {
        if (mine.Step is null || theirs.Step is null || ReferenceEquals(mine.Step, theirs.Step)) return mine.Step;
        var catalog = merge.Steps.Catalog;
        if (!catalog.Knows(mine.Step)) return mine.Step;
        var old = from.Step?.GetType() == mine.Step.GetType() ? StepText.Settings(from.Step, merge.Steps) : [];
        var (ours, others) = (StepText.Settings(mine.Step, merge.Steps), StepText.Settings(theirs.Step, merge.Steps));
        var step = mine.Step;
        foreach (var setting in catalog.Of(mine.Step).Settings)
        {
            var name = setting.JsonName;
            var fits = Merge.TryPick(old.GetValueOrDefault(name), ours[name], others[name], string.Equals, out var picked);
            if (!fits)
            {
                if (merge.Conflicts.Count == told) merge.Conflict(from.Id, 0, 0, Told(merge, from, mine, theirs, setting.Label));
                picked = merge.IsMine ? ours[name] : others[name];
            }

            if (picked != ours[name]) step = StepCopies.With(step, setting, setting.Property.GetValue(theirs.Step));
        }

        return step;
    }

    private static string Told(Merge merge, Node from, Node mine, Node theirs, string? label = null)
    {
        var (was, ours, others) =
            (NodePhrases.Quote(from, merge.Names), NodePhrases.Quote(mine, merge.Names), NodePhrases.Quote(theirs, merge.Names));
        return was != ours && was != others && ours != others ? $"{merge.Who} changed {was} to {others} while you changed it to {ours}."
            : label is not null ? $"{merge.Who} and you both changed “{label}” of {was}."
            : $"{merge.Who} and you both changed {was}.";
    }
}
