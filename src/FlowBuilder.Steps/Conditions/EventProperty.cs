using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>A property of the event that started the sequence compared with a value. False when no event did.</summary>
[Step("event-property", Title = "Property of the event", Icon = "data_object", Group = "Events")]
public sealed record EventProperty : ConditionStep
{
    /// <summary>The property's name or dotted path.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Property", Description = "The property of the starting event, such as total or form.")]
    public string? Property { get; init; }

    /// <summary>How it is compared.</summary>
    [Required, Display(Name = "Comparison", Description = "How the property is compared.")]
    public Operator? Op { get; init; }

    /// <summary>What it is compared with.</summary>
    [Display(Name = "Value", Description = "What to compare with: a text, a number, a date, a time from now such as -P30D, or a list.")]
    public JsonElement? Value { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Op is { } op && Comparison.TurnsByTime(op, Value) ? Dependencies.Clock : Dependencies.None;

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) =>
        Property is not null && Op is { } op && c.Event is { } started && Comparison.Holds(started.Properties.Get(Property), op, Value, c.Now, c.Reads);

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c) =>
        Property is not null && Op is { } op && c.Event is { } started ? Comparison.MayTurnAt(started.Properties.Get(Property), op, Value, c.Now, c.Reads) : null;

    /// <inheritdoc />
    public override string Sentence(Names names) => $"the event's {Words.Field(Property)} {Words.Compare(Op, Value, Not)}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Value(Op, Value);
}
