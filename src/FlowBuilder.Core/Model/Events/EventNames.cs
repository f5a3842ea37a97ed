namespace FlowBuilder.Core.Model.Events;

/// <summary>Names of the events the product knows. Any other name is a custom event.</summary>
public static class EventNames
{
    public const string CustomerAdded = "Customer Added";

    /// <summary>Tells of a field with <c>field</c>, <c>from</c> and <c>to</c>.</summary>
    public const string FieldChanged = "Field Changed";
    public const string TagAdded = "Tag Added";
    public const string TagRemoved = "Tag Removed";

    /// <summary>Tells in <c>names</c> what a customer could not take any more (see
    /// <c>CustomerLimits</c>), and in <c>count</c> how much.</summary>
    public const string LimitReached = "Limit Reached";
    /// <summary>Tells of a value nobody could read, with <c>field</c>, <c>value</c> and <c>wanted</c>.</summary>
    public const string NotUnderstood = "Not Understood";
    public const string EstimateSent = "Estimate Sent";
    public const string EstimateAccepted = "Estimate Accepted";
    public const string EstimateDeclined = "Estimate Declined";
    public const string EstimateChangesRequested = "Estimate Changes Requested";
    public const string EstimateExpired = "Estimate Expired";
    public const string InvoiceCreated = "Invoice Created";
    public const string InvoicePastDue = "Invoice Past Due";
    public const string InvoicePaid = "Invoice Paid";
    public const string InvoiceVoided = "Invoice Voided";
    public const string PaymentMade = "Payment Made";
    public const string PaymentFailed = "Payment Failed";
    public const string PaymentMethodAdded = "Payment Method Added";
    public const string VisitAdded = "Visit Added";
    public const string VisitRescheduled = "Visit Rescheduled";
    public const string VisitStarted = "Visit Started";
    public const string VisitCompleted = "Visit Completed";
    public const string VisitCancelled = "Visit Cancelled";
    public const string MeetingAdded = "Meeting Added";
    public const string MeetingRescheduled = "Meeting Rescheduled";
    public const string MeetingCompleted = "Meeting Completed";
    public const string MeetingCancelled = "Meeting Cancelled";
    public const string ToDoAdded = "To-Do Added";
    public const string ToDoCompleted = "To-Do Completed";
    public const string MaintenanceAdded = "Maintenance Added";
    public const string MaintenanceCompleted = "Maintenance Completed";
    public const string JobStarted = "Job Started";
    public const string JobStopped = "Job Stopped";
    public const string ReviewReceived = "Review Received";
    public const string FormSubmitted = "Form Submitted";
    public const string MessageReplied = "Message Replied";
    public const string EmailOpened = "Email Opened";
    public const string LinkClicked = "Link Clicked";
    public const string EmailBounced = "Email Bounced";
    public const string EmailDelivered = "Email Delivered";
    public const string Unsubscribed = "Unsubscribed";

    /// <summary>A person's own yes: <c>channel</c>, <c>source</c>; said when the event happened.</summary>
    public const string Subscribed = "Subscribed";
    public const string Identify = "Identify";
    public const string Group = "Group";

    /// <summary>Raised for a manual enrollment; only the <c>manual</c> trigger of the named sequence answers.</summary>
    public const string EnrolledByHand = "Enrolled By Hand";

    /// <summary>Raised by <c>start-sequence</c>; only the <c>started-by-sequence</c> trigger of the named sequence answers.</summary>
    public const string SequenceStarted = "Sequence Started";

    /// <summary>Raised when a clock trigger's moment has come; never listened to by name.</summary>
    public const string MomentCame = "Moment Came";

    /// <summary>The record type of a to-do.</summary>
    public const string ToDoRecord = "todo";

    private static readonly Dictionary<string, string> RecordTypes = new(StringComparer.Ordinal)
    {
        ["Estimate"] = "estimate", ["Invoice"] = "invoice", ["Payment"] = "payment", ["Visit"] = "visit", ["Meeting"] = "meeting",
        ["To-Do"] = ToDoRecord, ["Maintenance"] = "maintenance", ["Job"] = "job", ["Review"] = "review",
    };

    private static readonly HashSet<string> WithoutRecord = new(StringComparer.Ordinal) { PaymentMethodAdded };

    /// <summary>The record type an event is about (<c>estimate</c> for <c>Estimate Sent</c>), its
    /// id property being <c>{type}_id</c>; null when it has none.</summary>
    public static string? RecordTypeOf(string eventName)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        var space = eventName.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && !WithoutRecord.Contains(eventName) && RecordTypes.TryGetValue(eventName[..space], out var type) ? type : null;
    }

    /// <summary>The kebab form of an event's verb: <c>changes-requested</c> for <c>Estimate Changes Requested</c>.</summary>
    public static string StatusOf(string eventName)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        var space = eventName.IndexOf(' ', StringComparison.Ordinal);
        return (space > 0 ? eventName[(space + 1)..] : eventName).Replace(' ', '-').ToLowerInvariant();
    }
}
