using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Runs;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Components.Runs;
using FlowBuilder.Web.Components.Runs.Activity;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Designer.Now;

/// <summary>The people at one step, live. Another step is another component: give it a key.</summary>
public sealed partial class PeopleAtStep
{
    /// <summary>People shown; all of them are in the activity.</summary>
    public const int Shown = 50;

    private readonly ChosenRuns _chosen = new();
    private IReadOnlyList<PersonHere>? _people;
    private StepPlace _place = StepPlace.None;
    private string? _today;
    private Caller? _caller;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private bool _isGated;
    private bool _hasMore;

    [Parameter, EditorRequired] public SequenceId Sequence { get; set; }

    [Parameter, EditorRequired] public string Node { get; set; } = "";

    /// <summary>What the step is called.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Inject] public required RunQueries Activity { get; set; }

    [Inject] public required NodeNumberReader Numbers { get; set; }

    [Inject] public required RunActions Moves { get; set; }

    [Inject] public required ICompanyCache Companies { get; set; }

    private ActivityQuery Query => new(Sequence: Sequence.Value, Node: Node);

    private bool MaySteer => !_isGated && _caller?.May(Right.SteerEnrollments) == true;

    private string CountWords =>
        _hasMore
            ? $"Showing the {Shown} who entered last. There are more."
            : $"{SequenceText.Customers(_people!.Count)} {(_people.Count == 1 ? "is" : "are")} here now.";

    /// <inheritdoc />
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Counts(caller.Company, Sequence)];

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var caller = _caller = await EnterAsync(Right.SeeWork);
        if (Companies.Find(caller.Company) is { } company) (_zone, _isGated) = (company.Zone, company.HoldsSequences);
        var today = await Numbers.TodayAsync(caller.Company, Sequence, Node, Ended);
        _today = TodayWords(today.DoneOn(Node), today.FailedOn(Node));
        _place = await Activity.PlaceAsync(caller.Company, Query, Ended);
        var people = await Activity.StandingAsync(caller.Company, Query, _place, Shown + 1, Ended);
        (_people, _hasMore) = ([.. people.Take(Shown)], people.Count > Shown);
        _chosen.Keep(_people.Select(person => person.Line.Id));
    }

    private static string? TodayWords(int done, int failed) => done == 0 ? null
        : $"Done {Times(done)} today{(failed == 0 ? "" : $", failed {Times(failed)}")}.";

    private static string Times(int count) =>
        count == 1 ? "once" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} times");

    private async Task MoveAsync(RunMove move)
    {
        if (await _chosen.MoveAsync(Moves, move)) await ReadAsync();
    }
}
