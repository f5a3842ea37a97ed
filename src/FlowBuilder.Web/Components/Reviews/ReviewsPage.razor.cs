using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Reviews;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Reviews;

/// <summary>The Review Sequence desk: one queue over all sequences, live; what one looks at stands in the address.</summary>
public sealed partial class ReviewsPage
{
    private readonly HashSet<long> _chosen = [];
    private ReviewQuery _query = new();
    private ReviewPage? _page;
    private ReviewItem? _item;
    private Caller? _caller;
    private IReadOnlyList<(Guid Id, string Title)> _sequences = [];
    private IReadOnlyList<string> _others = [];
    private IReadOnlyList<string>? _notes;
    private IReadOnlyList<long> _alike = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private IDisposable? _visit;
    private long? _visited;
    private ReviewKeys? _keys;
    private bool _isGated;
    private bool _busy;
    private bool _toldMeanwhile;

    [SupplyParameterFromQuery(Name = "view")] private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "sequence")] private string? Sequence { get; set; }

    [SupplyParameterFromQuery(Name = "open")] private string? Open { get; set; }

    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }

    [Inject] public required ReviewQueries Queue { get; set; }

    [Inject] public required ReviewDecisions Decisions { get; set; }

    [Inject] public required ReviewPresence Presence { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required ISnackbar Snackbar { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required Microsoft.JSInterop.IJSRuntime Browser { get; set; }

    private bool MayDecide => !_isGated && _caller?.May(Right.DecideReviews) == true;

    private string EmptyTitle => _query.View switch
    {
        ReviewFilter.Asked => "No one has asked you",
        ReviewFilter.Expiring => "No reviews will expire",
        ReviewFilter.Snoozed => "No reviews are put off",
        ReviewFilter.Waiting => "Nothing is waiting for approval",
    };

    private string EmptyWords => _query.View switch
    {
        ReviewFilter.Asked => "When a colleague asks you to decide on a customer, it shows up here.",
        ReviewFilter.Expiring => "Reviews whose sequence sets a time limit show up here, the next to expire first.",
        ReviewFilter.Snoozed => "Reviews you put off stay here until they come back on their own.",
        ReviewFilter.Waiting =>
            "When a sequence has Review Before Execution on, every customer who enters it waits here until someone approves. Nothing is "
                + "done before that.",
    };

    private string CountWords =>
        $"{SequenceText.Number(_page!.Count)} "
            + $"{(_page.Count == 1 ? "customer is waiting" : "customers are waiting")}{(MayDecide ? "" : ". You can look, but not decide")}.";

    /// <inheritdoc />
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Reviews(caller.Company)];

    /// <inheritdoc />
    protected override Task BeginAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var before = _query;
        _query = ReviewQuery.Read(View, Sequence, Open, After);
        if (before.Open != _query.Open) _notes = null;
        if (before.View != _query.View || before.Sequence != _query.Sequence) _chosen.Clear();
        await ReadAsync();
        if (RendererInfo.IsInteractive) await LookAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) _keys = await ReviewKeys.ListenAsync(Browser, key => InvokeAsync(() => PressAsync(key)));
    }

    /// <inheritdoc />
    protected override async ValueTask LeaveAsync()
    {
        if (_keys is not null) await _keys.DisposeAsync();
    }

    /// <inheritdoc />
    protected override async Task AgainAsync()
    {
        // What one does oneself is told too; it is read once, when it is done.
        if (_busy)
        {
            _toldMeanwhile = true;
            return;
        }

        await base.AgainAsync();
    }

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _caller = await EnterAsync(Right.SeeWork);
        if (Companies.Find(_caller.Company) is { } company) (_zone, _isGated) = (company.Zone, company.HoldsSequences);
        _page = await Queue.ReadAsync(_caller.Company, _query, _caller.Person?.Id, Ended);
        _sequences = await Queue.SequencesAsync(_caller.Company, Ended);
        _item = _query.Open is { } open ? await Queue.FindAsync(_caller.Company, open, Ended) : null;
        _alike = _item is { State: ReviewState.Waiting } item ? await Queue.AlikeAsync(_caller.Company, item.Alike, Ended) : [];
        _others = _item is null ? [] : [.. Presence.Others(_caller.Company, _item.Id, _caller.Actor).Select(actor => actor.Name)];
    }

    /// <summary>The review that is open is looked at by this person, and worked out anew for those
    /// who may decide: the look of others changes nothing.</summary>
    private async Task LookAsync()
    {
        if (_visited == _item?.Id) return;
        End(_visit);
        _visit = null;
        _visited = _item?.Id;
        if (_item is null || _caller is null) return;
        Keep(_visit = Presence.Enter(_caller.Company, _item.Id, _caller.Actor));
        if (await Decisions.LookAsync(_caller, _item, Uninterrupted.Token) is TurnAnswer.Stale) await ReadAsync();
    }

    private void Show(ReviewQuery query) => Navigation.NavigateTo(query.Address());

    private string? NameOf(string? person) =>
        person is null ? null : person == _caller?.Person?.Id ? "you" : People.FirstOrDefault(one => one.Id == person)?.Name ?? person;

    private IEnumerable<Person> People => _caller is { } caller && Companies.Find(caller.Company) is { } company ? company.People : [];
}
