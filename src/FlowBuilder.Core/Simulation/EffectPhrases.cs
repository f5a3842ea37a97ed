using System.Globalization;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Simulation;

/// <summary>What a step would do to the customer and to colleagues, in words.</summary>
internal static class EffectPhrases
{
    private const string Moment = ClockWords.MomentInWords;

    /// <summary>Null for changes that are nobody's business.</summary>
    public static string? Of(Change change, TimeZoneInfo zone) => change switch
    {
        Change.EventRaised { Event: { Kind: EventKind.Own } raised } => Of(raised),
        Change.ToDoAdded todo =>
            $"To-do{(todo.ToDo.Assignee is { } person ? $" for {person.Name}" : "")}: "
                + $"“{todo.ToDo.Title}”{(todo.ToDo.DueAt is { } due ? $", due {At(due, zone)}" : "")}",
        Change.NoteAdded note => $"Note: “{note.Text}”",
        Change.NotificationAdded told => $"Notification for {told.Notification.To.Name}: “{told.Notification.Text}”",
        _ => null,
    };

    public static string At(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString(Moment, CultureInfo.InvariantCulture);

    private static string? Of(CustomerEvent raised) => raised.Name switch
    {
        EventNames.TagAdded or EventNames.TagRemoved or EventNames.FieldChanged when ChangePhrases.Times(raised) > 1 =>
            ChangePhrases.Of(raised.Name, raised.Properties),
        EventNames.LimitReached => ChangePhrases.Of(raised.Name, raised.Properties),
        EventNames.TagAdded => $"Tag added: “{raised.Properties.Text("tag")}”",
        EventNames.TagRemoved => $"Tag removed: “{raised.Properties.Text("tag")}”",
        EventNames.FieldChanged => $"“{raised.Properties.Text("field")}” set to “{raised.Properties.Text("to")}”",
        EventNames.SequenceStarted or EventNames.ToDoAdded => null,
        _ => $"Event: “{raised.Name}”",
    };
}
