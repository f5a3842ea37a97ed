using System.Diagnostics.CodeAnalysis;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Live;

/// <summary>What a client asks to watch.</summary>
/// <param name="Topic"><c>counts</c>, <c>reviews</c>, <c>activity</c>, <c>attention</c> or <c>draft</c>.</param>
/// <param name="Sequence">The id of a sequence, for <c>counts</c> and <c>draft</c>.</param>
internal sealed record LiveSubject(string? Topic, string? Sequence)
{
    private const string NoSequence = "That sequence does not exist.";

    /// <summary>What a caller needs to be told of a kind.</summary>
    public static Right Needed(LiveTopicKind kind) => kind == LiveTopicKind.Draft ? Right.DesignSequences : Right.SeeWork;

    public static bool IsOfSequence(LiveTopicKind kind) => kind is LiveTopicKind.Counts or LiveTopicKind.Draft;

    [SuppressMessage("Globalization", "CA1308", Justification = "The words of topics are written in lower case.")]
    public static string Word(LiveTopicKind kind) => kind.ToString().ToLowerInvariant();

    public static Guid? SequenceOf(LiveTopic topic) => IsOfSequence(topic.Kind) ? topic.Sequence.Value : null;

    /// <summary>The topic of a company.</summary>
    /// <exception cref="LiveRefusedException">It is none; the message says what to do.</exception>
    public LiveTopic Of(CompanyId company)
    {
        var kinds = Enum.GetValues<LiveTopicKind>();
        var at = Array.FindIndex(kinds, kind => Word(kind) == Topic);
        if (at < 0) throw new LiveRefusedException($"That topic does not exist. Watch one of: {string.Join(", ", kinds.Select(Word))}.");
        if (!IsOfSequence(kinds[at]))
            return Sequence is null
                ? new LiveTopic(company, kinds[at])
                : throw new LiveRefusedException($"“{Topic}” is about all sequences: leave “sequence” out.");
        if (Sequence is null) throw new LiveRefusedException($"“{Topic}” is about one sequence: give its id as “sequence”.");
        return Guid.TryParseExact(Sequence, "D", out var id) ? new LiveTopic(company, kinds[at], new SequenceId(id)) : throw Unknown();
    }

    /// <summary>The one answer for a sequence of nobody and one of another company.</summary>
    public static LiveRefusedException Unknown() => new(NoSequence);
}
