using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The crew stops the clock on a job.</summary>
[Step("job-stopped", Title = "Job stopped", Icon = "stop_circle", Group = "Jobs")]
public sealed record JobStopped : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.JobStopped];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a job is stopped";
}
