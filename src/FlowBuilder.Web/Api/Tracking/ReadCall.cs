using FlowBuilder.Storage.Ports;


namespace FlowBuilder.Web.Api.Tracking;

/// <summary>An event that was read from a call.</summary>
/// <param name="Event">The event.</param>
/// <param name="Path">Where its properties or traits stand in the call, such as <c>traits.</c>, for faults.</param>
public readonly record struct ReadCall(IncomingEvent Event, string Path);
