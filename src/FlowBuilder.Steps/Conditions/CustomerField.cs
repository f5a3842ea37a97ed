using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>A field of the customer compared with a value.</summary>
[Step("field", Title = "Customer field", Icon = "badge", Group = "Customers")]
public sealed record CustomerField : ConditionStep
{
    /// <summary>The field's trait name or dotted path.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Field", Description = "The customer field to look at, such as city or address.state.")]
    public string? Field { get; init; }

    /// <summary>How it is compared.</summary>
    [Required, Display(Name = "Comparison", Description = "How the field is compared.")]
    public Operator? Op { get; init; }

    /// <summary>What it is compared with.</summary>
    [Display(Name = "Value", Description = "What to compare with: a text, a number, a date, a time from now such as -P30D, or a list.")]
    public JsonElement? Value { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Field is null ? Dependencies.None : new Dependencies
    {
        Fields = [Field, Field.Split('.')[0]],
        OnTime = Op is { } op && Comparison.TurnsByTime(op, Value),
    };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) =>
        Field is not null && Op is { } op && Comparison.Holds(c.Facts.Customer.Value(Field), op, Value, c.Now, c.Reads);

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c) =>
        Field is not null && Op is { } op ? Comparison.MayTurnAt(c.Facts.Customer.Value(Field), op, Value, c.Now, c.Reads) : null;

    /// <inheritdoc />
    public override string Sentence(Names names) => $"the customer's {Words.Field(Field)} {Words.Compare(Op, Value, Not)}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Value(Op, Value);
}
