using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Assigns the customer to an employee, or to several in turn.</summary>
[Step("assign-to", Title = "Assign to", Icon = "person_pin", Group = "Customers")]
public sealed record AssignTo : ActionStep
{
    /// <summary>One employee: an id, <c>user:ID</c> or <c>owner</c>. Either this or <see cref="RoundRobin"/>.</summary>
    [StringLength(Rules.LongestName), Display(Name = "Employee", Description = "The employee to assign the customer to.")]
    public string? User { get; init; }

    /// <summary>Several employees, who take turns.</summary>
    [Display(Name = "In turn", Description = "Several employees who take turns, instead of one.")]
    public ImmutableArray<string> RoundRobin { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => Chosen().SelectMany(People.References);

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var people = new List<Person>();
        foreach (var person in Chosen().SelectMany(c.Resolve))
            if (!people.Contains(person)) people.Add(person);
        return people.Count > 0 ? StepOutcome.Do(new Effect.AssignTo(people))
            : StepOutcome.Skip(Chosen().Any() ? "the chosen employee no longer works here" : "no one has been chosen");
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var chosen = Chosen().Select(names.Recipient).ToArray();
        return chosen.Length switch
        {
            0 => "assign the customer to someone not yet chosen",
            1 => $"assign the customer to {chosen[0]}",
            _ => $"assign the customer in turn to {ValuePhrases.List(chosen, "and")}",
        };
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        var several = !RoundRobin.IsDefaultOrEmpty;
        if (string.IsNullOrWhiteSpace(User) && !several) yield return new("user", "Choose an employee, or several who take turns.");
        if (!string.IsNullOrWhiteSpace(User) && several)
            yield return new("roundRobin", "Choose either one employee or several who take turns, not both.");
        if (IsAssigned(User) || (several && RoundRobin.Any(IsAssigned)))
            yield return new("user", "The customer is already assigned to the assigned employee. Choose someone else.");
        if (several && RoundRobin.Any(string.IsNullOrWhiteSpace))
            yield return new("roundRobin", "One employee in the list is empty. Remove it.");
        if (several && RoundRobin.Length > Rules.MostListed)
            yield return new("roundRobin", $"At most {Rules.MostListed} employees can take turns.");
    }

    private IEnumerable<Recipient> Chosen()
    {
        var written = !string.IsNullOrWhiteSpace(User)
            ? [User]
            : RoundRobin.IsDefaultOrEmpty
            ? []
            : RoundRobin.Where(user => !string.IsNullOrWhiteSpace(user));
        return written.Select(
            user => Recipient.Parse(user) is (Recipient.Owner or Recipient.InRole) and var several ? several : People.User(user));
    }

    private static bool IsAssigned(string? user) => Recipient.Parse(user) is Recipient.Assigned;
}
