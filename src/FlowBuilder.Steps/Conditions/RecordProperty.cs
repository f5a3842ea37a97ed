using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>A property of the record the run belongs to, as known now, compared with a value. <c>status</c> is the record's status. False without a record.</summary>
[Step("record-property", Title = "Property of the record", Icon = "description", Group = "Records")]
public sealed record RecordProperty : ConditionStep
{
    /// <summary>The property's name or dotted path.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Property", Description = "The property of the estimate, invoice, visit..., such as total or status.")]
    public string? Property { get; init; }

    /// <summary>How it is compared.</summary>
    [Required, Display(Name = "Comparison", Description = "How the property is compared.")]
    public Operator? Op { get; init; }

    /// <summary>What it is compared with.</summary>
    [Display(Name = "Value", Description = "What to compare with: a text, a number, a date, a time from now such as -P30D, or a list.")]
    public JsonElement? Value { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => new() { OwnRecord = true, OnTime = Op is { } op && Comparison.TurnsByTime(op, Value) };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) => Property is not null && Op is { } op && c.Facts.Find(c.Record) is { } record
        && Comparison.Holds(RecordValues.Of(record, Property), op, Value, c.Now, c.Reads);

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c) => Property is not null && Op is { } op && c.Facts.Find(c.Record) is { } record
        ? Comparison.MayTurnAt(RecordValues.Of(record, Property), op, Value, c.Now, c.Reads)
        : null;

    /// <inheritdoc />
    public override string Sentence(Names names) => $"the record's {Words.Field(Property)} {Words.Compare(Op, Value, Not)}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Value(Op, Value);
}
