using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The crew starts the clock on a job.</summary>
[Step("job-started", Title = "Job started", Icon = "play_circle", Group = "Jobs")]
public sealed record JobStarted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.JobStarted];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a job is started";
}
