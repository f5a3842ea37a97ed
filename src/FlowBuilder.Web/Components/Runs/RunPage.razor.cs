using System.Data.Common;
using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Runs;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Web.Components.Designer.Canvas;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Runs;

/// <summary>One run: its path on the drawing and in words, and what can be done about it. It
/// follows what happens, and is drawn anew only when it is about this run.</summary>
public sealed partial class RunPage
{
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

    [Inject] public required RunReader Reading { get; set; }

    [Inject] public required RunStories Stories { get; set; }

    [Inject] public required RunActions Moves { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required ILogger<RunPage> Log { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private bool MaySteer => !_isGated && _run is { IsOver: false } && _caller?.May(Right.SteerEnrollments) == true;

    /// <inheritdoc />
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Activity(caller.Company)];

    /// <inheritdoc />
    protected override Task BeginAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _caller = await EnterAsync(Right.SeeWork);
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

    /// <summary>Some run of the company has moved. Whether it was this one is cheap to tell, and mostly it was not.</summary>
    protected override async Task AgainAsync()
    {
        if (await FindCallerAsync() is not { } caller || caller.Company != _caller?.Company || !caller.May(Right.SeeWork)) return;
        try
        {
            if (!_isStale && !await HasMovedAsync(caller)) return;
            await ReadAsync();
            _isStale = false;
        }
        catch (DbException away) when (!Ended.IsCancellationRequested)
        {
            Log.LogWarning(away, "Updates to the activity could not be read.");
            _isStale = true;
        }

        StateHasChanged();
    }

    private async Task<bool> HasMovedAsync(Caller caller)
    {
        return await Stories.MarkAsync(caller.Company, Run, Ended) != _run?.Mark
            || _isGated != IsGated(caller)
            || caller.May(Right.SteerEnrollments) != _caller?.May(Right.SteerEnrollments);
    }

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _caller = await EnterAsync(Right.SeeWork);
        (_zone, _isGated) = (Companies.Find(_caller.Company)?.Zone ?? TimeZoneInfo.Utc, IsGated(_caller));
        _run = await Reading.ReadAsync(_caller.Company, Run, Ended);
        _missing = _run is null;
        _letter = long.TryParse(Message, NumberStyles.None, CultureInfo.InvariantCulture, out var message)
            ? await Stories.MessageAsync(_caller.Company, Run, message, Ended)
            : null;
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
