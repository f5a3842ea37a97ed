using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Plans;

/// <summary>The plans of all companies, compiled once, held in memory.</summary>
public interface IPlanCache
{
    /// <summary>Versions that take entries (or would but for a pause, so that a refusal can be
    /// recorded) and listen to an event of this name, or depend on everything.</summary>
    IReadOnlyList<PublishedSequence> ListeningTo(CompanyId company, string eventName);

    /// <summary>Versions whose OR conditions may be turned by an event: all with OR conditions of that company.</summary>
    IReadOnlyList<PublishedSequence> WithEntryConditions(CompanyId company);

    /// <summary>Versions with clock triggers or time-turned OR conditions that take entries.</summary>
    IReadOnlyList<PublishedSequence> WithMoments(CompanyId company);

    /// <summary>What the newest versions of a company's sequences can hear; runs on older versions hear by those.</summary>
    Hearing HeardBy(CompanyId company);

    /// <summary>
    /// A version that is held: the newest of every sequence, and older ones once
    /// <see cref="HoldAsync"/> has been asked for them. Null when it is not, or unknown. Reads nothing.
    /// </summary>
    PublishedSequence? Find(VersionId version);

    /// <summary>Makes sure that these versions can be found: reads those that are not held, such as
    /// older ones which runs already inside still need.</summary>
    ValueTask HoldAsync(IReadOnlyCollection<VersionId> versions, CancellationToken cancellation);

    /// <summary>The newest version of a sequence of this company; null when unknown or never published.</summary>
    PublishedSequence? Newest(CompanyId company, SequenceId sequence);
}
