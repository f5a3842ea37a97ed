using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>The customer is assigned to an employee.</summary>
[Step("assigned-to", Title = "Assigned to", Icon = "assignment_ind", Group = "Customers")]
public sealed record AssignedTo : ConditionStep
{
    /// <summary>The employee: an id, or <c>user:ID</c>.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Employee", Description = "The employee the customer must be assigned to.")]
    public string? User { get; init; }

    private Recipient.User? Chosen => string.IsNullOrWhiteSpace(User) ? null : People.User(User);

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Dependencies.OnField("assigned_to");

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => People.References(Chosen);

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c)
    {
        if (Chosen?.Id is not { } id || c.Facts.Customer.AssignedTo is not { } assigned) return false;
        return assigned == id
            || c.Facts.Company.People.Any(
                person => person.Id == id && string.Equals(person.Email, assigned, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return $"the customer {(Not ? "is not" : "is")} assigned to {names.Recipient(Chosen)}";
    }
}
