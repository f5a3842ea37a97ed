namespace FlowBuilder.Core.Model.Access;

/// <summary>
/// One thing that may be allowed or not. Pages, API routes, hub methods and jobs ask for the same rights; who has which stands in
/// <see cref="RoleInfo"/> for people and in a key's scopes for programs.
/// </summary>
public enum Right
{
    /// <summary>Send events to <c>/v1</c>. No person has it: events come from programs.</summary>
    SendEvents,

    /// <summary>See sequences, customers, enrollments, reviews, messages, to-dos and templates.</summary>
    SeeWork,

    /// <summary>Make and change customers, switch a customer's automations on and off, import.</summary>
    ChangeCustomers,

    /// <summary>Tick to-dos off.</summary>
    CompleteToDos,

    /// <summary>Erase a customer and everything known of the person.</summary>
    EraseCustomers,

    /// <summary>Draw, test, copy, import and export sequences; delete drafts; write templates.</summary>
    DesignSequences,

    /// <summary>Publish, pause, resume and archive sequences.</summary>
    PublishSequences,

    /// <summary>Enroll a customer by hand and stop single runs.</summary>
    SteerEnrollments,

    /// <summary>Approve and reject reviews.</summary>
    DecideReviews,

    /// <summary>Say what became of unknown messages, send again, cancel.</summary>
    ResolveMessages,

    /// <summary>“Stop all sending now”, and start again.</summary>
    StopSending,

    /// <summary>Company, hours, holidays, channels.</summary>
    ChangeCompany,

    /// <summary>Invite and remove people, give roles. Only owners touch owners.</summary>
    ChangePeople,

    /// <summary>Make, rotate and revoke API keys.</summary>
    ChangeKeys,

    /// <summary>Read and export the audit log.</summary>
    SeeAuditLog,

    /// <summary>Choose the plan the company is on.</summary>
    ChangeSubscription,

    /// <summary>See what the engine set aside because something broke, have it tried again, give it up.</summary>
    MendWork,

    /// <summary>Move the product clock, where QA is allowed to.</summary>
    MoveClock,

    /// <summary>Take a forgotten password off a sequence.</summary>
    ResetSequencePasswords,
}
