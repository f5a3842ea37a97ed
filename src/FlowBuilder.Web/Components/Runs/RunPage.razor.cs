using System.Data.Common;
using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Runs;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Live;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Runs;

/// <summary>One run: its path on the drawing and in words, and what can be done about it. It follows what happens, and is drawn anew only when it is about this run.</summary>
public sealed partial class RunPage : IDisposable
{
    private readonly ScreenSubscriptions _watching = new();
    private readonly CanvasOptions _options = new();
    private CanvasView<StepCard>? _canvas;
    private RunView? _run;
    private PreviewedMessage? _letter;
    private long? _open;
    private Caller? _caller;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _isGated;
    private bool _missing;
    private bool _busy;
    private bool _isStale;
    private bool _isFitted;

    /// <summary>Of the run.</summary>
    [Parameter] public long Run { get; set; }

    [SupplyParameterFromQuery(Name = "message")] private string? Message { get; set; }

    [Inject] private ScreenSession ScreenSession { get; set; } = default!;

    [Inject] private RunReader Reading { get; set; } = default!;

    [Inject] public required RunStories Stories { get; set; }

    [Inject] private RunActions Moves { get; set; } = default!;

    [Inject] private ICompanyCache Companies { get; set; } = default!;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private ILogger<RunPage> Log { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool MaySteer => !_isGated && _run is { IsOver: false } && _caller?.May(Right.SteerEnrollments) == true;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _caller = await ScreenSession.EnterAsync(Right.SeeWork);
        // Watched before it is read: what changes in between is not missed.
        if (RendererInfo.IsInteractive && !_watching.HasBegun) _watching.Begin(Feed.Follow(LiveTopic.Activity(_caller.Company), () => InvokeAsync(AgainAsync), DispatchExceptionAsync));
        await ReadAsync();
        if (_missing) Navigation.NotFound();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isFitted || _canvas is null) return;
        _isFitted = true;
        await _canvas.FitAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _watching.Dispose();

    /// <summary>Some run of the company has moved. Whether it was this one is cheap to tell, and mostly it was not.</summary>
    private async Task AgainAsync()
    {
        if (await ScreenSession.FindCallerAsync() is not { } caller || caller.Company != _caller?.Company || !caller.May(Right.SeeWork)) return;
        try
        {
            if (!_isStale && !await HasMovedAsync(caller)) return;
            await ReadAsync();
            _isStale = false;
        }
        catch (DbException away)
        {
            Log.LogWarning(away, "Updates to the activity could not be read.");
            _isStale = true;
        }

        StateHasChanged();
    }

    private async Task<bool> HasMovedAsync(Caller caller)
    {
        return await Stories.MarkAsync(caller.Company, Run, CancellationToken.None) != _run?.Mark || _isGated != IsGated(caller) || caller.May(Right.SteerEnrollments) != _caller?.May(Right.SteerEnrollments);
    }

    private async Task ReadAsync()
    {
        _caller = await ScreenSession.EnterAsync(Right.SeeWork);
        (_zone, _isGated) = (Companies.Find(_caller.Company)?.Zone ?? TimeZoneInfo.Utc, IsGated(_caller));
        _run = await Reading.ReadAsync(_caller.Company, Run, CancellationToken.None);
        _missing = _run is null;
        _letter = long.TryParse(Message, NumberStyles.None, CultureInfo.InvariantCulture, out var message) ? await Stories.MessageAsync(_caller.Company, Run, message, CancellationToken.None) : null;
        _open = _letter is null ? null : message;
    }

    private async Task MoveAsync(RunMove move)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            if (await Moves.DoAsync([Run], move)) await ReadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private bool IsGated(Caller caller) => Companies.Find(caller.Company) is { HoldsSequences: true };
}
