using System.Text.Json;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>One line of a <c>where</c>: a property of a record or event compared with a value.</summary>
/// <param name="Property">A property name or dotted path, such as <c>total</c> or <c>address.city</c>.</param>
/// <param name="Op">How it is compared. Default: is.</param>
/// <param name="Value">What it is compared with; not used by <c>empty</c> and <c>not-empty</c>.</param>
public sealed record PropertyCondition(string? Property, Operator Op = Operator.Is, JsonElement? Value = null)
{
    /// <summary>Whether it holds for these properties.</summary>
    public bool Holds(Properties properties, DateTimeOffset now, ReadingRules reads)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return Comparison.Holds(properties.Get(Property ?? ""), Op, Value, now, reads);
    }

    /// <summary>When its answer may turn by time; null when it cannot.</summary>
    public DateTimeOffset? MayTurnAt(Properties properties, DateTimeOffset now, ReadingRules reads)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return Comparison.MayTurnAt(properties.Get(Property ?? ""), Op, Value, now, reads);
    }
}
