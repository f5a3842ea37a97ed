namespace FlowBuilder.Core.Model.Notifications;

/// <summary>What a line in somebody's notifications is about. Numbers are stored, and stand in a person's choice of emails.</summary>
public enum NotificationKind
{
    /// <summary>A sequence's own step says it.</summary>
    FromSequence = 0,

    /// <summary>Customers wait for approval.</summary>
    ReviewWaiting = 1,

    /// <summary>A colleague asks to decide.</summary>
    ReviewAsked = 2,

    /// <summary>A review is about to expire.</summary>
    ReviewExpiring = 3,

    /// <summary>Nobody decided in time.</summary>
    ReviewEscalated = 4,

    /// <summary>A message may or may not have arrived.</summary>
    MessageUnknown = 5,

    /// <summary>A message could not be sent.</summary>
    MessageFailed = 6,

    /// <summary>A run ended by a failure.</summary>
    EnrollmentFailed = 7,

    /// <summary>Somebody paused a sequence.</summary>
    SequencePaused = 8,

    /// <summary>A review somebody put off is back.</summary>
    ReviewBack = 9,

    /// <summary>A customer holds as much as a customer may; what came beyond it was left out.</summary>
    LimitReached = 10,
}
