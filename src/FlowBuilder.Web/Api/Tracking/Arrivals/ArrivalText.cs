using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Api.Tracking.Arrivals;

/// <summary>How an event that came in was understood, for whoever connects a sender.</summary>
internal static class ArrivalText
{
    /// <summary>So many doubts about the rows of a file are told; the others are much the same.</summary>
    private const int MostDoubts = 5;

    private static readonly string[] Known =
    [
        EventNames.EstimateSent, EventNames.EstimateAccepted, EventNames.EstimateDeclined, EventNames.EstimateChangesRequested,
        EventNames.EstimateExpired, EventNames.InvoiceCreated, EventNames.InvoicePastDue, EventNames.InvoicePaid,
        EventNames.InvoiceVoided, EventNames.PaymentMade, EventNames.PaymentFailed, EventNames.PaymentMethodAdded, EventNames.VisitAdded,
        EventNames.VisitRescheduled, EventNames.VisitStarted, EventNames.VisitCompleted, EventNames.VisitCancelled,
        EventNames.MeetingAdded, EventNames.MeetingRescheduled, EventNames.MeetingCompleted, EventNames.MeetingCancelled,
        EventNames.ToDoAdded, EventNames.ToDoCompleted, EventNames.MaintenanceAdded, EventNames.MaintenanceCompleted,
        EventNames.JobStarted, EventNames.JobStopped, EventNames.ReviewReceived, EventNames.FormSubmitted, EventNames.MessageReplied,
        EventNames.EmailOpened, EventNames.LinkClicked, EventNames.EmailBounced, EventNames.Unsubscribed,
        EventNames.TagAdded, EventNames.TagRemoved,
    ];

    /// <summary>What came in with one call as it was understood. The rows of a file are told together,
    /// with some of their doubts: a long one would push all else out of the book.</summary>
    /// <param name="told">The events.</param>
    /// <param name="stored">What became of each, in the same order.</param>
    /// <param name="company">Whose.</param>
    /// <param name="now">The system clock.</param>
    public static IEnumerable<Arrival> Of(
        IReadOnlyList<IncomingEvent> told, IReadOnlyList<StoredEvent> stored, Company company, DateTimeOffset now)
    {
        var rows = told.Where(one => one.Door == EventOrigin.Import).ToArray();
        if (rows.Length > 0)
            yield return new Arrival(
                company.Id, now, rows[0].Source, "Import",
                $"Describes {rows.Length:N0} customer{(rows.Length == 1 ? "" : "s")} from a file, as history.", Words(EventOrigin.Import),
                [.. rows.SelectMany(row => Doubts(row, company)).Distinct().Take(MostDoubts)]);
        foreach (var (one, kept) in told.Zip(stored))
            if (one.Door is { } door and not EventOrigin.Import)
                yield return new Arrival(
                    company.Id, now, one.Source, one.Name, Understood(one, kept), Words(door), [.. Doubts(one, company)]);
    }

    /// <summary>What a door is called on screen.</summary>
    public static string Words(EventOrigin door) => door switch
    {
        EventOrigin.Tracking => "Tracking (/v1)",
        EventOrigin.Api => "API (/api/v1)",
        EventOrigin.Import => "Import of a file",
        EventOrigin.Screen => "A person at a screen",
        EventOrigin.Email => "A link or picture in an email",
        EventOrigin.TextProvider => "The text provider",
    };

    /// <summary>Names of the table that are so like a custom event's name that they may be meant.</summary>
    public static IEnumerable<string> NearMisses(string name) =>
        Known.Contains(name, StringComparer.Ordinal) ? [] : TagSpelling.NearDuplicates(name, Known);

    private static string Understood(IncomingEvent told, StoredEvent stored)
    {
        if (stored.IsRepeat) return "A repeat with the same message id: it was not processed again.";
        var who = told.UserId is null
            ? "an anonymous visitor"
            : told.AnonymousId is null
            ? "a customer"
            : "a customer, with the visitor's id";
        var when = told.Imported ? ", as history" : "";
        return told.Kind switch
        {
            EventKind.Identify =>
                $"Describes {who} in "
                    + $"{Count(told.Properties, "field")}{when}{(told.FromBrowser ? "; kept only while the person is new or anonymous" : "")}.",
            EventKind.Group =>
                $"Describes the group of {who} in "
                    + $"{Count(told.Properties, "field")}{when}{(told.FromBrowser ? "; kept only while the person is new or anonymous" : "")}.",
            EventKind.Alias when told.JoinsKnown => "Merges two known customers into one, because a person said so.",
            EventKind.Alias when stored.IsKeptApart =>
                "Names two known customers as one. They stay separate until a person merges them (Customers > Merge).",
            EventKind.Alias => "Merges a visitor into a customer.",
            EventKind.Track or EventKind.Own =>
                $"{(Known.Contains(told.Name, StringComparer.Ordinal) ? "A known event" : "A custom event")} of "
                    + $"{who}{(told.Record is { } record ? $", about a record ({record.Type})" : "")}, with "
                    + $"{Count(told.Properties, "property")}{when}.",
        };
    }

    private static IEnumerable<string> Doubts(IncomingEvent told, Company company)
    {
        if (told.Kind == EventKind.Track)
        {
            foreach (var near in NearMisses(told.Name)) yield return $"Did you mean “{near}”? Names must match exactly.";
            var type = EventNames.RecordTypeOf(told.Name);
            if (type is not null && told.Record is null)
                yield return $"It names no {type}: send {type}_id so it can be told apart from others.";
            foreach (var date in told.Record is { } record ? RecordDates.Of(record.Type) : [])
                if (told.Properties.Get(date) is { } value
                    && !Comparison.IsEmpty(value)
                    && Values.AsDate(value, company.ReadsDates) is null)
                    yield return $"“{Short(Values.AsText(value))}”, the {date}, is not a date.";
            foreach (var amount in Unreadable.Amounts)
                if (told.Properties.Get(amount) is { } value && Unreadable.IsNoAmount(value))
                    yield return $"“{Short(Values.AsText(value))}”, the {amount}, is not a number.";
        }
        else if (told.Kind == EventKind.Identify
            && told.Properties.Text("time_zone") is { Length: > 0 } zone
            && ZoneText.Read(zone).IsEmpty)
        {
            yield return $"“{Short(zone)}” is not a time zone.";
        }
    }

    private static string Count(Properties properties, string what) =>
        properties.Members.Count switch
        {
            0 => $"no {what}",
            1 => $"1 {what}",
            var many => $"{many:N0} {(what == "property" ? "properties" : what + "s")}"
        };

    private static string Short(string? text) => text is { Length: > 60 } ? text[..60] + "…" : text ?? "";
}
