using System.Globalization;
using FlowBuilder.Application.Status;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Time;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Api.Health;
using FlowBuilder.Web.Auth.Keys;

namespace FlowBuilder.Web.Components.Settings.Status;

/// <summary>How the work of the company and the engine stand.</summary>
public partial class StatusPage
{
    private Readiness _readiness = default!;
    private WorkSums _sums = default!;
    private bool _mends;

    private IEnumerable<(string, string)> Progress =>
    [
        ("Customers", Number(_sums.Customers)),
        ("Waiting to be processed", Number(_readiness.Waiting)),
        ("Oldest waiting since", _readiness.OldestUnclaimed is { } oldest ? Moment(oldest) : "nothing is waiting"),
        ("Last commit", _readiness.LastCommit is { } commit ? Moment(commit) : "none yet"),
        ("Pumps running", $"{_readiness.PumpsRunning} of {_readiness.Partitions}"),
        ("Messages that need a decision", Number(_readiness.UnknownMessages)),
        ("Live updates", Reach(Link.Reach)),
        ("Clock", Moment(Clock.Now)),
    ];

    private string SendExample =>
        $"curl -u {DemoKeys.Write}: {Installation.PublicUrl.GetLeftPart(UriPartial.Authority)}/v1/track -H 'Content-Type: "
            + $"application/json' \\\n  -d '{{\"userId\":\"c-1\",\"event\":\"Estimate "
            + $"Sent\",\"properties\":{{\"estimate_id\":\"e-1\",\"total\":480}}}}'";

    private string LookExample =>
        $"curl -H 'Authorization: Bearer {DemoKeys.Manage}' {Installation.PublicUrl.GetLeftPart(UriPartial.Authority)}/api/v1/enrollments";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await EnterAsync(Right.ChangeCompany);
        _mends = caller.May(Right.MendWork);
        _sums = await Counts.SumAsync(caller.Company, Ended);
        _readiness = await ReadinessCheck.LookAsync(
            Engine, Clock, Providers, _sums.Messages.GetValueOrDefault(Core.Model.Messages.MessageState.Unknown), Ended);
    }

    private static IEnumerable<(string, string)> Rows<T>(IReadOnlyDictionary<T, int> counts)
        where T : struct, Enum => Enum.GetValues<T>().Select(state => (state.ToString(), Number(counts.GetValueOrDefault(state))));

    private static string Reach(LiveReach reach) => reach switch
    {
        LiveReach.OneNode => "instant",
        LiveReach.Redis => "instant, from all nodes, over Redis",
        LiveReach.RedisAway =>
            $"the Redis server cannot be reached: changes on other nodes show within {NodeLink.Rereading.TotalSeconds:0} seconds",
        LiveReach.Rereading =>
            $"there are several nodes and no Redis server: changes on other nodes show within {NodeLink.Rereading.TotalSeconds:0} seconds",
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString(ClockWords.Moment + " 'UTC'", CultureInfo.InvariantCulture);
}
