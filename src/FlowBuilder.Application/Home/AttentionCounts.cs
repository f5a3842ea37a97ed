namespace FlowBuilder.Application.Home;

/// <summary>How much there is that needs somebody's eye.</summary>
/// <param name="Reviews">Customers who wait for approval.</param>
/// <param name="Asked">Reviews this person was asked to decide.</param>
/// <param name="Expiring">Reviews that run out within a day.</param>
/// <param name="Unknown">Messages that may or may not have arrived.</param>
/// <param name="Failed">Messages that could not be sent lately.</param>
/// <param name="Ended">Runs that failed lately.</param>
/// <param name="Paused">Sequences that are paused.</param>
/// <param name="Full">Customers who hold as much as a customer may.</param>
/// <param name="Held">Customers who are held because the plan has no sequences.</param>
public sealed record AttentionCounts(
    int Reviews, int Asked, int Expiring, int Unknown, int Failed, int Ended, int Paused, int Full, int Held);
