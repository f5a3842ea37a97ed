using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Sequences.Drafts;

/// <summary>What a company has that steps can name: the lists the inspector offers.</summary>
public sealed record CompanyVocabulary
{
    /// <summary>Templates, each with its channel, by name.</summary>
    public IReadOnlyList<(Channel Channel, Choice Choice)> Templates { get; init; } = [];

    /// <summary>Other sequences of the company, by id.</summary>
    public IReadOnlyList<Choice> Sequences { get; init; } = [];

    /// <summary>People, by their stable id (without <c>user:</c>).</summary>
    public IReadOnlyList<Choice> People { get; init; } = [];

    /// <summary>Tags that customers have or sequences use.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Custom fields that customers have, beside <see cref="KnownFields"/>.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Events that came in, beside the ones the product knows.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Steps of the drawing that send a message, by node id.</summary>
    public IReadOnlyList<Choice> MessageSteps { get; init; } = [];

    /// <summary>Fields every customer may have.</summary>
    public static IReadOnlyList<string> KnownFields { get; } =
    [
        "email", "phone", "first_name", "last_name", "name", "status", "type", "source", "birthday", "time_zone", "address.street",
        "address.city", "address.state", "address.postal_code", "address.country", "assigned_to", "created_at",
    ];

    /// <summary>Usual properties of records and events.</summary>
    public static IReadOnlyList<string> KnownProperties { get; } =
    [
        "total", "balance", "currency", "service", "status", "start_at", "end_at", "due_at", "expires_at", "sent_at", "crew", "amount",
        "method", "rating", "source", "form", "title", "reason",
    ];

    /// <summary>Names of the events the product knows.</summary>
    public static IReadOnlyList<string> KnownEvents { get; } =
    [
        .. typeof(EventNames).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
            .Except([EventNames.Identify, EventNames.Group, EventNames.MomentCame, EventNames.EnrolledByHand, EventNames.SequenceStarted])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Fields to choose from.</summary>
    public IEnumerable<string> AllFields => KnownFields.Union(Fields);

    /// <summary>Events to choose from.</summary>
    public IEnumerable<string> AllEvents => KnownEvents.Union(Events);

    /// <summary>Everybody a message can go to.</summary>
    public IReadOnlyList<Choice> Recipients =>
    [
        new(new Recipient.Owner().ToString(), "The owner"), new(new Recipient.Assigned().ToString(), "The assigned employee"),
        .. People.Select(person => new Choice(new Recipient.User(person.Value).ToString(), person.Label)),
        .. Enum.GetValues<Role>()
            .Select(
                role => new Choice(
                    new Recipient.InRole(RoleInfo.Of(role).Word).ToString(), $"Everyone with the role {RoleInfo.Of(role).Word}")),
    ];
}
