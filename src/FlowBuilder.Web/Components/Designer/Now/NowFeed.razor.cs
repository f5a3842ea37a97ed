using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Live;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Designer.Now;

/// <summary>Watches what happens in a sequence. New lines are read out only to whoever asks for it.</summary>
public sealed partial class NowFeed : IDisposable
{
    private readonly ScreenSubscriptions _watching = new();
    private IReadOnlyList<NowLine>? _lines;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _isSpoken;

    [Parameter, EditorRequired] public SequenceId Sequence { get; set; }

    /// <summary>Whether the drawing has a step; a run may go by a version that had others.</summary>
    [Parameter, EditorRequired] public Func<string, bool> Knows { get; set; } = default!;

    /// <summary>Goes to a step of the drawing.</summary>
    [Parameter, EditorRequired] public Func<string, Task> Go { get; set; } = default!;

    [Inject] private ScreenSession ScreenSession { get; set; } = default!;

    [Inject] private NowReader Reading { get; set; } = default!;

    [Inject] private ICompanyCache Companies { get; set; } = default!;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await ScreenSession.EnterAsync(Right.SeeWork);
        // Watched before it is read: what changes in between is not missed.
        _watching.Begin(Feed.Follow(LiveTopic.Counts(caller.Company, Sequence), () => InvokeAsync(AgainAsync), DispatchExceptionAsync));
        await ReadAsync();
    }

    public void Dispose() => _watching.Dispose();

    private async Task AgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var caller = await ScreenSession.EnterAsync(Right.SeeWork);
        _zone = Companies.Find(caller.Company)?.Zone ?? TimeZoneInfo.Utc;
        _lines = await Reading.ReadAsync(caller.Company, Sequence, CancellationToken.None);
    }
}
