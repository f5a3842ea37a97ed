using System.Text.Json;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>What <c>PUT /customers/{userId}</c> takes. What is left out stays as it is; the customer is made when there is none.</summary>
internal sealed record CustomerChange
{
    /// <summary>Traits as in an identify call, without tags; null clears a field.</summary>
    public JsonElement? Fields { get; init; }

    /// <summary>All tags the customer shall have.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Holds (true) or lets go (false) all runs of the customer.</summary>
    public bool? AutomationsOff { get; init; }

    /// <summary>Records to be noted as they are. They are historical: nothing starts because of them.</summary>
    public IReadOnlyList<RecordChange>? Records { get; init; }
}

/// <summary>A record as it is.</summary>
internal sealed record RecordChange
{
    /// <summary>estimate, invoice, visit... or a name of your own.</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>The kebab form of the event that made it so, such as <c>sent</c> or <c>past-due</c>.</summary>
    public string? Status { get; init; }

    public JsonElement? Properties { get; init; }
}
