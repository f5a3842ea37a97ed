using System.Text.Json.Serialization;

namespace FlowBuilder.Web.Api.Health;

/// <summary>Whether the work goes on, and how it stands.</summary>
/// <param name="Status"><c>ready</c>, <c>degraded</c> (ready, but a provider is slow or away) or <c>notReady</c>.</param>
/// <param name="Reasons">Why it is not ready, in words; empty when it is.</param>
/// <param name="Degraded">What goes slowly for a reason outside the program, in words: a provider
/// that fails or does not keep up. Nothing a restart would mend.</param>
/// <param name="OldestUnclaimed">Since when (product clock) the oldest thing that could go has waited; null when nothing waits.</param>
/// <param name="Waiting">How many things could go and wait for a pump.</param>
/// <param name="UnknownMessages">Messages of which nobody knows whether they left: a person must say.</param>
/// <param name="LastCommit">System time of the last commit; null before the first.</param>
/// <param name="PumpsRunning">Pumps at work.</param>
/// <param name="Partitions">Pumps there should be.</param>
internal sealed record Readiness(
    string Status, IReadOnlyList<string> Reasons, IReadOnlyList<string> Degraded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? OldestUnclaimed, int Waiting, int UnknownMessages,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? LastCommit, int PumpsRunning, int Partitions)
{
    [JsonIgnore]
    public bool IsReady => Reasons.Count == 0;
}
