using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Notifications;

namespace FlowBuilder.Application.Notifications;

/// <summary>What people are told together: of one company, one kind, one sequence.</summary>
public readonly record struct NotificationKey(CompanyId Company, NotificationKind Kind, Guid? Sequence);

/// <summary>How often it happened, and what it was about last.</summary>
/// <param name="Count">Since it was told of.</param>
/// <param name="Customer">The last customer.</param>
/// <param name="Enrollment">The last run.</param>
/// <param name="Review">The last review.</param>
/// <param name="Message">The last message.</param>
/// <param name="By">Whoever did it is not told: the actor's id.</param>
/// <param name="ByName">And name.</param>
public sealed record Happenings(
    int Count, long? Customer = null, long? Enrollment = null, long? Review = null, long? Message = null, string? By = null,
    string? ByName = null);
