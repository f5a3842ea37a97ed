using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Live;

/// <summary>Something people watch. Everything live is of one company: the topic says which.</summary>
/// <param name="Company">Whose.</param>
/// <param name="Kind">What of it.</param>
/// <param name="Sequence">Of which sequence, where the kind is about one.</param>
public readonly record struct LiveTopic(CompanyId Company, LiveTopicKind Kind, SequenceId Sequence = default)
{
    /// <summary>How many are where in one sequence.</summary>
    public static LiveTopic Counts(CompanyId company, SequenceId sequence) => new(company, LiveTopicKind.Counts, sequence);

    /// <summary>The review queue.</summary>
    public static LiveTopic Reviews(CompanyId company) => new(company, LiveTopicKind.Reviews);

    /// <summary>Runs that open, move and end.</summary>
    public static LiveTopic Activity(CompanyId company) => new(company, LiveTopicKind.Activity);

    /// <summary>To-dos, notifications, messages a person must look at.</summary>
    public static LiveTopic Attention(CompanyId company) => new(company, LiveTopicKind.Attention);

    /// <summary>A draft and who has it open.</summary>
    public static LiveTopic Draft(CompanyId company, SequenceId sequence) => new(company, LiveTopicKind.Draft, sequence);

    /// <summary>How long changes are gathered after the first one went out: people's queues are told sooner than numbers.</summary>
    public TimeSpan Rest => Kind == LiveTopicKind.Counts ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromMilliseconds(100);
}

/// <summary>The kinds of <see cref="LiveTopic"/>.</summary>
public enum LiveTopicKind
{
    Counts,
    Reviews,
    Activity,
    Attention,
    Draft,
}
