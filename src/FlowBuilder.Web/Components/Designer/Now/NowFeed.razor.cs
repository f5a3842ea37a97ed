using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Designer.Now;

/// <summary>Watches what happens in a sequence. New lines are read out only to whoever asks for it.</summary>
public sealed partial class NowFeed
{
    private IReadOnlyList<NowLine>? _lines;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _isSpoken;

    [Parameter, EditorRequired] public SequenceId Sequence { get; set; }

    /// <summary>Whether the drawing has a step; a run may go by a version that had others.</summary>
    [Parameter, EditorRequired] public Func<string, bool> Knows { get; set; } = default!;

    /// <summary>Goes to a step of the drawing.</summary>
    [Parameter, EditorRequired] public Func<string, Task> Go { get; set; } = default!;

    [Inject] public required NowReader Reading { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    /// <inheritdoc />
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Counts(caller.Company, Sequence)];

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var caller = await EnterAsync(Right.SeeWork);
        _zone = Companies.Find(caller.Company)?.Zone ?? TimeZoneInfo.Utc;
        _lines = await Reading.ReadAsync(caller.Company, Sequence, Ended);
    }
}
