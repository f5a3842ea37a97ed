namespace FlowBuilder.Web.Api.Enrollments;

/// <summary>How to stop.</summary>
internal sealed record StopRequest
{
    /// <summary>Also do the stop actions that only tidy up (tags, fields, notes, to-dos).</summary>
    public bool TidyUp { get; init; }
}
