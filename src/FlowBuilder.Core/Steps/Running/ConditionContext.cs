using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Steps.Running;

/// <summary>What a condition is asked about.</summary>
/// <param name="Facts">The customer.</param>
/// <param name="Now">The product clock.</param>
/// <param name="Run">The run it is asked for, or null at entry.</param>
/// <param name="Event">The event that started the run (or, at entry, the one just arrived), or null.</param>
/// <param name="Record">The record the run belongs to (or, at entry, would belong to), or null.</param>
public readonly record struct ConditionContext(Facts Facts, DateTimeOffset Now, Enrollment? Run, StartingEvent? Event, RecordKey? Record)
{
    /// <summary>Local times are read in this zone.</summary>
    public TimeZoneInfo Zone => Facts.Zone;

    /// <summary>How values are read.</summary>
    public ReadingRules Reads => Facts.Reads;
}
