using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Conditions;

/// <summary>A field of the customer compared with a value.</summary>
[Step("field", Title = "Customer field", Icon = "badge", Group = "Customers")]
public sealed record CustomerField : PropertyComparison
{
    /// <summary>The field's trait name or dotted path.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Field", Description = "The customer field to look at, such as city or address.state.")]
    public string? Field { get; init; }

    /// <inheritdoc />
    [Required, Display(Name = "Comparison", Description = "How the field is compared.")]
    public override Operator? Op { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Field is null ? Dependencies.None : new Dependencies
    {
        Fields = [Field, Field.Split('.')[0]],
        OnTime = TurnsByTime,
    };

    private protected override string? Path => Field;

    private protected override string Whose => "the customer's";

    private protected override bool TryFind(ConditionContext c, string path, out JsonElement? found)
    {
        found = c.Facts.Customer.Value(path);
        return true;
    }
}
