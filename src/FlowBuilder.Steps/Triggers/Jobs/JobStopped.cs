using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Jobs;

/// <summary>The crew stops the clock on a job.</summary>
[Step("job-stopped", Title = "Job stopped", Icon = "stop_circle", Group = "Jobs")]
public sealed record JobStopped() : EventTrigger("a job is stopped", [EventNames.JobStopped]);
