using System.Text.Json;
using FlowBuilder.Application.Customers;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Web.Components.Designer.Model;

namespace FlowBuilder.Web.Components.Designer.TestRuns;

/// <summary>On whom a draft is tried, and what is typed for it: it stays while other panels are
/// looked at. Belongs to one <see cref="DesignRoom"/>.</summary>
public sealed class Trial
{
    /// <summary>A customer of the company; null: one made up.</summary>
    public CustomerChoice? Chosen { get; set; }

    /// <summary>Whether a test run is done on the invented customer below instead of on <see cref="Chosen"/>.</summary>
    public bool Invents { get; set; } = true;

    public string Name { get; set; } = "Pat Example";

    public string Email { get; set; } = "pat@example.com";

    /// <summary>Separated by commas.</summary>
    public string Tags { get; set; } = "";

    /// <summary>lead, active or former.</summary>
    public string Status { get; set; } = "active";

    /// <summary>What happens to them next.</summary>
    public string Event { get; set; } = "";

    /// <summary>Properties of what happens.</summary>
    public JsonElement? Details { get; set; }

    /// <summary>The test run under way; null: none.</summary>
    internal TestBench? Bench { get; set; }

    /// <summary>The invented customer.</summary>
    public TestCustomer Invented()
    {
        var name = Name.Trim() is { Length: > 0 } typed ? typed : "Pat Example";
        var parts = name.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var customer = new TestCustomer();
        var fields = customer.Fields.With("name", name).With("first_name", parts[0]).With("status", Status);
        if (parts.Length > 1) fields = fields.With("last_name", parts[1]);
        return customer with
        {
            Fields = Email.Trim() is { Length: > 0 } email ? fields.With("email", email) : fields.Without("email"),
            Tags = [.. Tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.Ordinal)],
        };
    }
}
