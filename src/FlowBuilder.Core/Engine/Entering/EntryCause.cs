using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Engine.Entering;

/// <summary>What asks for an entry: an event, a moment that has come, or a person or sequence that names the sequence.</summary>
internal sealed record EntryCause
{
    public required CustomerEvent Event { get; init; }

    /// <summary>Facts before the event, for conditions that must <i>turn</i> true.</summary>
    public required Facts Before { get; init; }

    /// <summary>The moment that has come, if one asks.</summary>
    public ScheduledMoment? Moment { get; init; }

    /// <summary>Every trigger counts as fired: enrolled by hand in a sequence that has no manual trigger.</summary>
    public bool Forced { get; init; }

    /// <summary>Something newer is known of what the event is about: it starts nothing.</summary>
    public bool IsOlder { get; init; }

    /// <summary>Who asks by hand.</summary>
    public string? By { get; init; }

    public RecordKey? Record => Event.Record;

    public StartingEvent Starting => field ??= new StartingEvent(Event.Name, Event.At, Event.Properties);
}

/// <summary>What came of asking an entry rule.</summary>
internal enum EntryWay
{
    /// <summary>Nothing fired: it is not about this sequence.</summary>
    Silent,

    /// <summary>It fired, but something does not hold.</summary>
    Refused,

    /// <summary>It fired and everything holds.</summary>
    Enters,
}

/// <summary>The answer of an entry rule: where it is <see cref="EntryWay.Refused"/>, why and by which node.</summary>
internal readonly record struct EntryAnswer(EntryWay Way, RecordKey? Record = null, string? Because = null, string? Node = null)
{
    public static EntryAnswer Silent => default;

    public static EntryAnswer Enters(RecordKey? record) => new(EntryWay.Enters, record);

    public static EntryAnswer Refused(string because, string node) => new(EntryWay.Refused, null, because, node);
}
