using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Jobs;

/// <summary>The crew starts the clock on a job.</summary>
[Step("job-started", Title = "Job started", Icon = "play_circle", Group = "Jobs")]
public sealed record JobStarted() : EventTrigger("a job is started", [EventNames.JobStarted]);
