namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Segment's limits, which its clients keep to (segment.com/docs, HTTP tracking API).</summary>
internal static class TrackingLimits
{
    /// <summary>One call, or one member of a batch, in bytes.</summary>
    public const int Call = 32 * 1024;

    /// <summary>A whole batch in bytes, inflated.</summary>
    public const int Batch = 500 * 1024;

    /// <summary>Nesting inside a call.</summary>
    public const int Depth = 32;

    /// <summary>Characters in an id.</summary>
    public const int Id = 255;

    /// <summary>Characters in an event name or tag.</summary>
    public const int Name = 200;
}
