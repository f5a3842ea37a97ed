using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Ids;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Sequences.List;

/// <summary>Several sequences chosen, and what is done with them together.</summary>
public partial class SequencesPage
{
    private readonly HashSet<SequenceId> _chosen = [];
    private IReadOnlyList<string> _left = [];

    [Inject] public required SequenceBulk Bulk { get; set; }

    private IReadOnlyList<SequenceLine> Chosen => [.. (_lines ?? []).Where(line => _chosen.Contains(line.Id))];

    private void Choose((SequenceLine Line, bool IsChosen) choice)
    {
        if (choice.IsChosen) _chosen.Add(choice.Line.Id);
        else _chosen.Remove(choice.Line.Id);
    }

    private void ChooseAll(bool all)
    {
        _chosen.Clear();
        if (all) _chosen.UnionWith((_lines ?? []).Select(line => line.Id));
    }

    private void ChooseNone()
    {
        _chosen.Clear();
        _left = [];
    }

    private Task LabelOneAsync(SequenceLine line) => DoAsync(() => Bulk.LabelAsync([line], _choices.Labels));

    private Task LabelAsync() => DoAsync(() => Bulk.LabelAsync(Chosen, _choices.Labels));

    private Task PauseAsync() => DoAsync(() => Bulk.PauseAsync(Chosen));

    private Task ArchiveChosenAsync() => DoAsync(() => Bulk.ArchiveAsync(Chosen));

    /// <summary>Shows the list as it is afterwards; what could not be done stays chosen and is named.</summary>
    private Task DoAsync(Func<Task<IReadOnlyList<string>?>> act) => BusyAsync(async () =>
    {
        if (await act() is not { } left) return;
        _left = left;
        if (left.Count == 0) _chosen.Clear();
        await ReadAsync();
    });
}
