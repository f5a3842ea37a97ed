using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Steps;

/// <summary>Conditions combined by all, any or none, nested up to 5 deep. An empty group holds for all and none, not for any.</summary>
public sealed record ConditionGroup : Condition
{
    /// <summary>Groups may stand this deep inside each other.</summary>
    public const int MaxDepth = 5;

    public required Combination Combine { get; init; }

    public ImmutableArray<Condition> Members { get; init; } = [];

    /// <inheritdoc />
    public override bool Holds(ConditionContext c)
    {
        // On the hot path of every turn: loops, not LINQ. The first member that differs decides.
        var decisive = Combine != Combination.All;
        foreach (var member in Members)
            if (member.Holds(c) == decisive) return Combine == Combination.Any;
        return Combine != Combination.Any;
    }

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c)
    {
        DateTimeOffset? first = null;
        foreach (var member in Members)
            if (member.MayTurnAt(c) is { } at && (first is null || at < first)) first = at;
        return first;
    }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Dependencies.Union(Members.Select(member => member.DependsOn));

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => Members.SelectMany(member => member.References);

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        if (Combine == Combination.None && Members.Length > 0 && Members.All(member => member is ConditionStep))
            return string.Join(
                " AND ", Members.OfType<ConditionStep>().Select(member => (member with { Not = !member.Not }).Sentence(names)));
        var parts = Members.Select(
            member =>
                member is ConditionGroup { Members.Length: > 1 } group ? $"({group.Sentence(names)})" : member.Sentence(names)).ToArray();
        return (Combine, parts.Length) switch
        {
            (_, 0) => Combine == Combination.Any ? "never (no conditions yet)" : "always (no conditions yet)",
            (Combination.None, 1) => $"it is not true that {parts[0]}",
            (_, 1) => parts[0],
            (Combination.All, _) => string.Join(" AND ", parts),
            (Combination.Any, _) => string.Join(" OR ", parts),
            _ => $"none of these is true: {string.Join("; ", parts)}",
        };
    }

    /// <inheritdoc />
    public bool Equals(ConditionGroup? other) => other is not null && Combine == other.Combine && Members.SequenceEqual(other.Members);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Combine, Members.Length);
}

/// <summary>How a group combines its members.</summary>
public enum Combination
{
    All,
    Any,
    None,
}
