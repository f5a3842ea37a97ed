using System.Collections.Immutable;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>What came of publishing a draft. A closed set.</summary>
public abstract record PublishAnswer
{
    private PublishAnswer()
    {
    }

    /// <summary>Refused because of this.</summary>
    public static implicit operator PublishAnswer(SequenceRefusal why) => new Refused(why);

    /// <summary>Goes one of the four ways.</summary>
    public abstract T Match<T>(
        Func<Published, T> published, Func<NotPublishable, T> notPublishable, Func<Asks, T> asks, Func<SequenceRefusal, T> refused);

    /// <summary>A version is live, or waits in a paused sequence.</summary>
    /// <param name="Number">Of the version, from 1.</param>
    /// <param name="PlanHash">The same for the same drawing, in whichever company.</param>
    /// <param name="Diagnostics">Warnings and hints; no errors.</param>
    public sealed record Published(int Number, string PlanHash, ImmutableArray<Diagnostic> Diagnostics) : PublishAnswer
    {
        /// <inheritdoc />
        public override T Match<T>(
            Func<Published, T> published, Func<NotPublishable, T> notPublishable, Func<Asks, T> asks, Func<SequenceRefusal, T> refused) =>
            published(this);
    }

    /// <summary>The drawing cannot be published as it is.</summary>
    /// <param name="Diagnostics">At least one error, with what else was found.</param>
    public sealed record NotPublishable(ImmutableArray<Diagnostic> Diagnostics) : PublishAnswer
    {
        /// <inheritdoc />
        public override T Match<T>(
            Func<Published, T> published, Func<NotPublishable, T> notPublishable, Func<Asks, T> asks, Func<SequenceRefusal, T> refused) =>
            notPublishable(this);
    }

    /// <summary>So many customers would enter at once that it wants to be confirmed.</summary>
    /// <param name="Customers">How many: the number to confirm with.</param>
    public sealed record Asks(int Customers) : PublishAnswer
    {
        /// <inheritdoc />
        public override T Match<T>(
            Func<Published, T> published, Func<NotPublishable, T> notPublishable, Func<Asks, T> asks, Func<SequenceRefusal, T> refused) =>
            asks(this);
    }

    /// <summary>Nothing has changed.</summary>
    /// <param name="Why">Which rule stood against it.</param>
    public sealed record Refused(SequenceRefusal Why) : PublishAnswer
    {
        /// <inheritdoc />
        public override T Match<T>(
            Func<Published, T> published, Func<NotPublishable, T> notPublishable, Func<Asks, T> asks, Func<SequenceRefusal, T> refused) =>
            refused(Why);
    }
}
