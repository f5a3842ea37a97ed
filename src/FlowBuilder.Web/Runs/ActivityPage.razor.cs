using FlowBuilder.Core.Access;
using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace FlowBuilder.Web.Runs;

/// <summary>Who is in which sequence, and what they are at; it follows what happens. Whoever may moves and stops runs here.</summary>
public sealed partial class ActivityPage : IDisposable
{
    private const int PageSize = 50;
    private const int MostSequences = 500;

    private readonly HashSet<long> _chosen = [];
    private ActivityQuery _query = new();
    private IReadOnlyList<RunLine>? _lines;
    private IReadOnlyList<(Guid Id, string Title)> _sequences = [];
    private IReadOnlyList<(string Node, string Title)> _later = [];
    private IReadOnlyList<(long Version, int Cursor)> _places = [];
    private Caller? _caller;
    private LiveWatcher? _watcher;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _isGated;
    private bool _busy;
    private string _customer = "";
    private string? _older;
    private string? _step;

    [SupplyParameterFromQuery(Name = "customer")] private string? Customer { get; set; }

    [SupplyParameterFromQuery(Name = "sequence")] private string? Sequence { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "before")] private string? Before { get; set; }

    [SupplyParameterFromQuery(Name = "node")] private string? Node { get; set; }

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private ICompanyShelf Companies { get; set; } = default!;

    [Inject] private IPlanShelf Plans { get; set; } = default!;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private RunMoves Moves { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    private bool MaySteer => !_isGated && _caller?.May(Right.SteerEnrollments) == true;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _query = ActivityQuery.Read(Customer, Sequence, State, Before, Node);
        _customer = _query.Customer;
        _chosen.Clear();
        _caller = await Desk.EnterAsync(Right.SeeWork);
        await using (var context = Desk.Open(_caller))
        {
            var named = await context.Sequences.AsNoTracking().Where(row => row.VersionNumber > 0).OrderBy(row => row.Title).Take(MostSequences).Select(row => new { row.Id, row.Title }).ToListAsync();
            _sequences = [.. named.Select(row => (row.Id, row.Title))];
            await FindStepAsync(context, _caller.Company);
        }

        await ReadAsync();
        if (_watcher is not null || !RendererInfo.IsInteractive) return;
        _watcher = Feed.Follow(LiveTopic.Activity(_caller.Company), () => InvokeAsync(AgainAsync), DispatchExceptionAsync);
    }

    /// <inheritdoc />
    public void Dispose() => _watcher?.Dispose();

    /// <summary>Runs open, move and end: the page is read again, one reading after the other.</summary>
    private async Task AgainAsync()
    {
        if (await Desk.FindCallerAsync() is not { } caller || caller.Company != _watcher?.Topic.Company || !caller.May(Right.SeeWork)) return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        _caller = await Desk.EnterAsync(Right.SeeWork);
        if (Companies.Find(_caller.Company) is { } company) (_zone, _isGated) = (company.Zone, company.HoldsSequences);
        await using var context = Desk.Open(_caller);
        var lines = await RunSearch.ReadAsync(context, _query, _places, PageSize + 1, CancellationToken.None);
        _lines = [.. lines.Take(PageSize)];
        _older = lines.Count > PageSize ? (_query with { Before = _lines[^1].Id }).Address() : null;
        _chosen.IntersectWith(_lines.Where(line => line.EndedAt is null).Select(line => line.Id));
    }

    /// <summary>Where the step of the address is in each version, what it says, and what lies ahead of it.</summary>
    private async Task FindStepAsync(FlowBuilderContext context, CompanyId company)
    {
        (_step, _later, _places) = (null, [], []);
        if (_query is not { Sequence: { } sequence, Node: { } node }) return;
        var versions = await context.SequenceVersions.AsNoTracking().Where(version => version.SequenceId == sequence).OrderBy(version => version.Number).Select(version => version.Id).ToListAsync();
        var found = versions.Select(version => Plans.Find(new VersionId(version))).OfType<PublishedSequence>().Where(one => one.Company == company)
            .Select(one => (Published: one, Step: one.Plan.Steps.FirstOrDefault(step => step.Node == node))).Where(one => one.Step is not null).ToList();
        if (found.Count == 0) return;
        var names = await CompanyDirectory.ReadAsync(context, CancellationToken.None);
        var (newest, at) = (found[^1].Published.Plan, found[^1].Step!);
        _places = [.. found.Select(one => (one.Published.Version.Value, one.Step!.Index))];
        _step = at.Step.Sentence(names);
        _later = [.. newest.Steps.Where(step => newest.LiesAhead(at.Index, step.Index)).Select(step => (step.Node, step.Step.Sentence(names)))];
    }

    private void Tick(long run)
    {
        if (!_chosen.Remove(run)) _chosen.Add(run);
        StateHasChanged();
    }

    private async Task MoveAsync(RunMove move)
    {
        if (_busy || _chosen.Count == 0) return;
        if (move.Kind == RunMoveKind.Stop && await Dialogs.ShowMessageBoxAsync(_chosen.Count == 1 ? "Stop one run?" : $"Stop {_chosen.Count} runs?", "Nothing more will be sent for them. This cannot be taken back.", yesText: "Stop", cancelText: "Leave") != true) return;
        _busy = true;
        try
        {
            var refusals = new List<string>();
            var runs = _chosen.ToList();
            foreach (var run in runs)
            {
                var caller = await Desk.EnterAsync(Right.SteerEnrollments);
                if (await Moves.DoAsync(caller, run, move, CancellationToken.None) is Core.Turns.TurnAnswer.Refused refused) refusals.Add(refused.Because);
            }

            Say(runs.Count - refusals.Count, refusals);
            _chosen.Clear();
            await ReadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private void Say(int done, List<string> refusals)
    {
        if (done > 0) Snackbar.Add(done == 1 ? "Done for one." : $"Done for {done}.", MudBlazor.Severity.Success);
        foreach (var why in refusals.GroupBy(words => words, StringComparer.Ordinal))
            Snackbar.Add($"{(why.Count() == 1 ? "One was" : $"{why.Count()} were")} left as before. {why.Key}", MudBlazor.Severity.Warning);
    }

    private void Find() => Show(_query with { Customer = _customer.Trim() });

    private void ChooseSequence(ChangeEventArgs chosen) => Show(_query with { Sequence = Guid.TryParse(chosen.Value?.ToString(), out var id) ? id : null, Node = null });

    private void ChooseState(ChangeEventArgs chosen)
    {
        var read = ActivityQuery.Read(null, null, chosen.Value?.ToString(), null);
        Show(_query with { State = read.State, Held = read.Held });
    }

    private void Show(ActivityQuery query) => Navigation.NavigateTo((query with { Before = null }).Address());
}
