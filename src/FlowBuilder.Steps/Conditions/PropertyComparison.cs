using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>Something that is told of a customer, an event or a record, compared with a value.
/// False where there is nothing of the kind.</summary>
public abstract record PropertyComparison : ConditionStep
{
    /// <summary>How it is compared.</summary>
    public abstract Operator? Op { get; init; }

    /// <summary>What it is compared with.</summary>
    [Display(Name = "Value", Description = "What to compare with: a text, a number, a date, a time from now such as -P30D, or a list.")]
    public JsonElement? Value { get; init; }

    /// <summary>The chosen name or dotted path; null while none is.</summary>
    private protected abstract string? Path { get; }

    /// <summary>Whose it is, as in <i>the customer's</i>.</summary>
    private protected abstract string Whose { get; }

    /// <summary>Whether the passing of time can turn it.</summary>
    private protected bool TurnsByTime => Op is { } op && Comparison.TurnsByTime(op, Value);

    /// <summary>Looks it up; false when there is nothing that could have it.</summary>
    private protected abstract bool TryFind(ConditionContext c, string path, out JsonElement? found);

    /// <inheritdoc />
    protected sealed override bool IsTrue(ConditionContext c) =>
        Path is { } path && Op is { } op && TryFind(c, path, out var found) && Comparison.Holds(found, op, Value, c.Now, c.Reads);

    /// <inheritdoc />
    public sealed override DateTimeOffset? MayTurnAt(ConditionContext c) =>
        Path is { } path && Op is { } op && TryFind(c, path, out var found) ? Comparison.MayTurnAt(found, op, Value, c.Now, c.Reads) : null;

    /// <inheritdoc />
    public sealed override string Sentence(Names names) => $"{Whose} {ValuePhrases.Field(Path)} {ValuePhrases.Compare(Op, Value, Not)}";

    /// <inheritdoc />
    public sealed override IEnumerable<SettingFinding> Check() => Rules.Value(Op, Value);
}
