using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Turns;

/// <summary>What a turn may look at besides the book.</summary>
public sealed record TurnSetting
{
    /// <summary>Product clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>System clock, for transport retries.</summary>
    public required DateTimeOffset SystemNow { get; init; }

    public required IPlanShelf Plans { get; init; }

    public required IIdSource Ids { get; init; }

    public required ITextFiller Filler { get; init; }

    public required IMessageWriter Writer { get; init; }

    public required IRotation Rotation { get; init; }

    /// <summary>
    /// Whether a message of a company may be handed to its channel now: there is a place for it, and its provider is not being left alone
    /// after failures. <see cref="SendVerdict.PutOff"/> makes it <see cref="MessageState.Waiting"/> until then, and it comes back as
    /// <see cref="TurnInput.MessageDue"/>; <see cref="SendVerdict.Skip"/> is not asked of it.
    /// </summary>
    public Func<CompanyId, Message, SendVerdict> MayLeave { get; init; } = static (_, _) => SendVerdict.Go;

    /// <summary>When the program last worked normally, before this moment's work: what fell due before it and long ago is late because of an outage.</summary>
    public DateTimeOffset? DownSince { get; init; }
}

/// <summary>Hands out new ids, ever increasing in this process.</summary>
public interface IIdSource
{
    long Next();
}

/// <summary>Takes turns: round robin.</summary>
public interface IRotation
{
    /// <summary>The next number, 0 to <paramref name="count"/> - 1, for a node of a version.</summary>
    int Next(VersionId version, string node, int count);
}
