using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Storage.Ports;

/// <summary>An event as a sender delivers it, checked and ready to be stored.</summary>
public sealed record IncomingEvent
{
    public required CompanyId Company { get; init; }

    /// <summary>Who sends: the write key's source name. De-duplication and tag lists are per source.</summary>
    public required string Source { get; init; }

    /// <summary>De-duplicates within company and source for 7 days.</summary>
    public required string MessageId { get; init; }

    /// <summary>The customer's id in the sender's system; one of the two ids is there.</summary>
    public string? UserId { get; init; }

    public string? AnonymousId { get; init; }

    /// <summary>Only for <see cref="EventKind.Alias"/>: the id that is joined to <see cref="UserId"/>.</summary>
    public string? PreviousId { get; init; }

    public required EventKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The sender's timestamp, clamped to now; null: now.</summary>
    public DateTimeOffset? At { get; init; }

    public RecordKey? Record { get; init; }

    public Properties Properties { get; init; } = Properties.Empty;

    public bool Imported { get; init; }

    /// <summary>It came with a key that may stand in the code of a page: anybody may have sent it,
    /// so it tells nothing about a customer who is known already.</summary>
    public bool FromBrowser { get; init; }

    /// <summary>Only for <see cref="EventKind.Alias"/>: a person asks for it, so two customers who are both known are joined too.</summary>
    public bool JoinsKnown { get; init; }

    /// <summary>An answer to a message: it is taken only while this very customer is here, and
    /// never makes a new one of somebody erased.</summary>
    public CustomerId? AnswerOf { get; init; }

    /// <summary>By which door it came; null: it is the program's own, such as the demo's, and shown to nobody.</summary>
    public EventOrigin? Door { get; init; }

    /// <summary>The same with its ids in their normal form (<see cref="IdText"/>), placeholders
    /// left out: every door's events go this way.</summary>
    /// <exception cref="ArgumentException">No id is left: a door let it through.</exception>
    public IncomingEvent Normal()
    {
        // Answers carry the ids under which we know the customer, in whatever form they once came.
        if (AnswerOf is not null) return this;
        var (user, anonymous, previous) = (IdText.Of(UserId), IdText.Of(AnonymousId), IdText.Of(PreviousId));
        if (user is null && anonymous is null)
            throw new ArgumentException(
                "An event needs the id of a customer, or an anonymous id; placeholders such as “undefined” do not count.");
        if (Kind == EventKind.Alias && (user is null || previous is null)) throw new ArgumentException("An alias needs two ids.");
        var record = Record is { } told ? IdText.Of(told.Id) is { } id ? new RecordKey(told.Type, id) : default(RecordKey?) : null;
        return user == UserId && anonymous == AnonymousId && previous == PreviousId && record == Record ? this
            : this with { UserId = user, AnonymousId = anonymous, PreviousId = previous, Record = record };
    }
}
