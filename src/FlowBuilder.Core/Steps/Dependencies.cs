using System.Collections.Immutable;

namespace FlowBuilder.Core.Steps;

/// <summary>What can turn a condition. Names are exact.</summary>
public sealed record Dependencies
{
    public static Dependencies None { get; } = new();

    /// <summary>Depends on nothing but the clock.</summary>
    public static Dependencies Clock { get; } = new() { OnTime = true };

    /// <summary>Customer fields that say by whose clock the customer lives.</summary>
    public static ImmutableHashSet<string> OfZone { get; } = ["time_zone", "address", "phone"];

    /// <summary>Events by name.</summary>
    public ImmutableHashSet<string> Events { get; init; } = [];

    /// <summary>Tags, without case.</summary>
    public ImmutableHashSet<string> Tags { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Customer fields by trait name, consent included as <c>email_consent</c> and <c>sms_consent</c>.</summary>
    public ImmutableHashSet<string> Fields { get; init; } = [];

    /// <summary>Record types whose properties or status matter.</summary>
    public ImmutableHashSet<string> RecordTypes { get; init; } = [];

    /// <summary>The run's own record matters (its properties, or events about it), whatever its
    /// type: without a record the answer is no.</summary>
    public bool OwnRecord { get; init; }

    /// <summary>The answer may turn by time alone.</summary>
    public bool OnTime { get; init; }

    /// <summary>Runs of other sequences or states of messages matter.</summary>
    public bool OnRuns { get; init; }

    public static Dependencies OnEvent(params IEnumerable<string> names) => new() { Events = [.. names] };

    public static Dependencies OnTag(string tag) => new() { Tags = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, tag) };

    public static Dependencies OnField(string field) => new() { Fields = [field] };

    public static Dependencies OnRecords(string type) => new() { RecordTypes = [type] };

    /// <summary>All of them together.</summary>
    public static Dependencies Union(IEnumerable<Dependencies> several)
    {
        ArgumentNullException.ThrowIfNull(several);
        return several.Aggregate(None, (a, b) => new Dependencies
        {
            Events = a.Events.Union(b.Events),
            Tags = a.Tags.Union(b.Tags),
            Fields = a.Fields.Union(b.Fields),
            RecordTypes = a.RecordTypes.Union(b.RecordTypes),
            OwnRecord = a.OwnRecord || b.OwnRecord,
            OnTime = a.OnTime || b.OnTime,
            OnRuns = a.OnRuns || b.OnRuns,
        });
    }
}
