using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Steps.Running;

/// <summary>What is to be done, as data. A closed set: data effects are applied in the transaction, messages go to the outbox.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>A message by template, to the customer (<paramref name="To"/> null) or an employee.</summary>
    public abstract record ByTemplate(Channel Channel, string Template, Person? To) : Effect;

    /// <summary>An email by template.</summary>
    public sealed record SendEmail(string Template, Person? To = null) : ByTemplate(Channel.Email, Template, To);

    /// <summary>A text by template.</summary>
    public sealed record SendText(string Template, Person? To = null) : ByTemplate(Channel.Text, Template, To);

    /// <summary>A signed call to a URL; the body is JSON text.</summary>
    public sealed record CallWebhook(Uri Url, string Body) : Effect;

    /// <summary>A line in an employee's notifications.</summary>
    public sealed record Notify(Person To, string Text) : Effect;

    public sealed record AddTag(string Tag) : Effect;

    public sealed record RemoveTag(string Tag) : Effect;

    /// <summary>Sets a customer field to a JSON value.</summary>
    public sealed record SetField(string Field, System.Text.Json.JsonElement Value) : Effect;

    /// <summary>Sets lead, active or former.</summary>
    public sealed record SetStatus(string Status) : Effect;

    /// <summary>Assigns the customer to the first of <paramref name="Candidates"/>, or in turn when there are several.</summary>
    public sealed record AssignTo(IReadOnlyList<Person> Candidates) : Effect;

    public sealed record AddNote(string Text) : Effect;

    /// <summary>A to-do for an employee; nobody when <paramref name="Assignee"/> is null.</summary>
    public sealed record CreateToDo(string Title, Person? Assignee, DateTimeOffset? DueAt, string? Notes) : Effect;

    /// <summary>A custom event of this customer.</summary>
    public sealed record RaiseEvent(string Name, Properties Properties) : Effect;

    /// <summary>Starts another sequence by id.</summary>
    public sealed record StartSequence(string Sequence) : Effect;

    /// <summary>Stops the customer's runs of a sequence by id; <paramref name="TidyUp"/>: its tidy-only stop actions are done.</summary>
    public sealed record StopSequence(string Sequence, bool TidyUp) : Effect;
}
