using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Messages;

/// <summary>One email, text or webhook call in the outbox, rendered. See <see cref="MessageState"/> for its life.</summary>
public sealed record Message
{
    private readonly MaybeInstant _dueAt;
    private readonly MaybeInstant _retryAt;
    private readonly MaybeInstant _sentAt;
    private readonly MaybeInstant _openedAt;
    private readonly MaybeInstant _clickedAt;
    private readonly MaybeInstant _bouncedAt;

    /// <summary>How long a customer's book remembers a message whose run has ended.</summary>
    public static TimeSpan Remembered { get; } = TimeSpan.FromDays(30);

    public required MessageId Id { get; init; }

    public required CustomerId Customer { get; init; }

    /// <summary>The run and node that asked for it; null for a test send or a system mail.</summary>
    public EnrollmentId? Enrollment { get; init; }

    public SequenceId? Sequence { get; init; }

    public string? Node { get; init; }

    public int Pass { get; init; } = 1;

    /// <summary>Number of the message among those of one step run, 0 first.</summary>
    public int Part { get; init; }

    public required Channel Channel { get; init; }

    public Purpose Purpose { get; init; }

    /// <summary>Template key and the revision it was rendered from; null for a webhook.</summary>
    public string? Template { get; init; }

    public int TemplateRevision { get; init; }

    /// <summary>The employee it goes to; null: the customer.</summary>
    public string? ToPerson { get; init; }

    /// <summary>Address, phone number or URL.</summary>
    public string To { get; init; } = "";

    public string? Subject { get; init; }

    public string? Html { get; init; }

    /// <summary>Text part, text message, or webhook body (JSON).</summary>
    public string Text { get; init; } = "";

    public required MessageState State { get; init; }

    /// <summary>Why it is skipped, failed, unknown, put off or cancelled, for a marketer.</summary>
    public string? Because { get; init; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; init; }

    /// <summary>Product time before which it is not tried (quiet hours); with <see cref="RetryAt"/>
    /// null it is rendered anew then.</summary>
    public DateTimeOffset? DueAt { get => _dueAt; init => _dueAt = value; }

    /// <summary>System time of the next transport retry.</summary>
    public DateTimeOffset? RetryAt { get => _retryAt; init => _retryAt = value; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get => _sentAt; init => _sentAt = value; }

    /// <summary>The provider's own id for it.</summary>
    public string? ProviderId { get; init; }

    public DateTimeOffset? OpenedAt { get => _openedAt; init => _openedAt = value; }

    public DateTimeOffset? ClickedAt { get => _clickedAt; init => _clickedAt = value; }

    public DateTimeOffset? BouncedAt { get => _bouncedAt; init => _bouncedAt = value; }

    /// <summary>Whether what it says is at hand: a customer's book knows messages that have left without it.</summary>
    public bool HasBody => Text.Length > 0 || Html is not null;

    /// <summary>The message with what it says, which it was rendered with
    /// <paramref name="before"/>: one that has left is told without.</summary>
    public Message WithBodyOf(Message before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return HasBody ? this : this with { Html = before.Html, Text = before.Text };
    }

    /// <summary>Names the effect for ever, never the attempt: company, enrollment, step, occurrence (and part).</summary>
    public string EffectKey(CompanyId company) => EffectKey(company, Enrollment, Node, Pass, Part, Id);

    /// <summary>The same of a message of which only this is at hand.</summary>
    public static string EffectKey(CompanyId company, EnrollmentId? enrollment, string? node, int pass, int part, MessageId id) =>
        enrollment is { } run
            ? $"{company}-{run}-{node}-{pass}-{part}"
            : $"{company}-message-{id}";
}
