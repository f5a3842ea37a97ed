using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Ids;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Sequences.List;

/// <summary>A page of sequences as a table.</summary>
public sealed partial class SequenceTable
{
    [Parameter, EditorRequired] public IReadOnlyList<SequenceLine> Lines { get; set; } = [];

    /// <summary>What entered them lately, oldest day first; a sequence that is not in it had nobody.</summary>
    [Parameter]
    public IReadOnlyDictionary<SequenceId, IReadOnlyList<int>> Trends { get; set; } = new Dictionary<SequenceId, IReadOnlyList<int>>();

    [Parameter, EditorRequired] public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>What is shown; a label leads to it with that label.</summary>
    [Parameter] public SequenceQuery Query { get; set; } = new();

    [Parameter] public bool MayDesign { get; set; }

    [Parameter] public bool MayPublish { get; set; }

    /// <summary>Those with a tick.</summary>
    [Parameter] public IReadOnlySet<SequenceId> Chosen { get; set; } = new HashSet<SequenceId>();

    [Parameter] public EventCallback<(SequenceLine Line, bool IsChosen)> OnChoose { get; set; }

    [Parameter] public EventCallback<bool> OnChooseAll { get; set; }

    [Parameter] public EventCallback<SequenceLine> OnExport { get; set; }

    [Parameter] public EventCallback<SequenceLine> OnCopy { get; set; }

    [Parameter] public EventCallback<SequenceLine> OnLabel { get; set; }

    [Parameter] public EventCallback<SequenceLine> OnArchive { get; set; }

    [Parameter] public EventCallback<SequenceLine> OnDelete { get; set; }

    private bool MayChoose => MayDesign || MayPublish;

    private static string Address(SequenceLine line) => $"{SequenceQuery.PageAddress}/{line.Id}";
}
