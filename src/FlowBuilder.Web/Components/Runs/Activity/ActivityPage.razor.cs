using System.Data.Common;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Model.Access;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Runs.Activity;

/// <summary>Who is in which sequence, and what they are at; it follows what happens. Whoever may moves and stops runs here.</summary>
public sealed partial class ActivityPage
{
    private const int PageSize = 50;

    private readonly ChosenRuns _chosen = new();
    private ActivityQuery _query = new();
    private IReadOnlyList<RunLine>? _lines;
    private IReadOnlyList<(Guid Id, string Title)> _sequences = [];
    private StepPlace _place = StepPlace.None;
    private Caller? _caller;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _isGated;
    private bool _isStale;
    private string _customer = "";
    private string? _older;
    private DateOnly? _from;
    private DateOnly? _until;

    [SupplyParameterFromQuery(Name = "customer")] private string? Customer { get; set; }

    [SupplyParameterFromQuery(Name = "sequence")] private string? Sequence { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "before")] private string? Before { get; set; }

    [SupplyParameterFromQuery(Name = "node")] private string? Node { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")] private string? Until { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required RunQueries Activity { get; set; }

    [Inject] public required RunActions Moves { get; set; }

    [Inject] public required ILogger<ActivityPage> Log { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private bool MaySteer => !_isGated && _caller?.May(Right.SteerEnrollments) == true;

    /// <inheritdoc />
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Activity(caller.Company)];

    /// <inheritdoc />
    protected override Task BeginAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _query = ActivityQuery.Read(Customer, Sequence, State, Before, Node, From, Until);
        (_customer, _from, _until) = (_query.Customer, _query.From, _query.Until);
        _chosen.Clear();
        _caller = await EnterAsync(Right.SeeWork);
        _sequences = await Activity.SequencesAsync(_caller.Company, Ended);
        _place = await Activity.PlaceAsync(_caller.Company, _query, Ended);
        await ReadAsync();
    }

    /// <summary>Runs open, move and end: the page is read again, one reading after the other.</summary>
    protected override async Task AgainAsync()
    {
        if (await FindCallerAsync() is not { } caller || caller.Company != _caller?.Company || !caller.May(Right.SeeWork)) return;
        try
        {
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

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _caller = await EnterAsync(Right.SeeWork);
        if (Companies.Find(_caller.Company) is { } company) (_zone, _isGated) = (company.Zone, company.HoldsSequences);
        var lines = await Activity.ReadAsync(_caller.Company, _query, _place, PageSize + 1, Ended);
        _lines = [.. lines.Take(PageSize)];
        _older = lines.Count > PageSize ? (_query with { Before = _lines[^1].Id }).Address() : null;
        _chosen.Keep(_lines.Where(line => line.EndedAt is null).Select(line => line.Id));
    }

    private void Tick(long run)
    {
        _chosen.Tick(run);
        StateHasChanged();
    }

    private async Task MoveAsync(RunMove move)
    {
        if (await _chosen.MoveAsync(Moves, move)) await ReadAsync();
    }

    private void Find() => Show(_query with { Customer = _customer.Trim(), From = _from, Until = _until });

    private void ChooseSequence(ChangeEventArgs chosen) =>
        Show(_query with { Sequence = Guid.TryParse(chosen.Value?.ToString(), out var id) ? id : null, Node = null });

    private void ChooseState(ChangeEventArgs chosen)
    {
        var read = ActivityQuery.Read(null, null, chosen.Value?.ToString(), null);
        Show(_query with { State = read.State, Held = read.Held });
    }

    private void Show(ActivityQuery query) => Navigation.NavigateTo((query with { Before = null }).Address());
}
