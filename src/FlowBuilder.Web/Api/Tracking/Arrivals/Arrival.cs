using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Api.Tracking.Arrivals;

/// <summary>An event that came in, and how it was understood. Nothing of the person stands here:
/// not the id, no values but those nobody could read.</summary>
/// <param name="Company">Whose.</param>
/// <param name="At">When it came, on the system clock.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="Name">The event's name as told.</param>
/// <param name="Understood">How it was understood, in a sentence.</param>
/// <param name="Door">By which door it came, in words.</param>
/// <param name="Doubts">What may not be meant so: near misses of known names, dates and zones nobody can read. Empty: nothing.</param>
public sealed record Arrival(
    CompanyId Company, DateTimeOffset At, string Source, string Name, string Understood, string Door, IReadOnlyList<string> Doubts);
