namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>A body went past its limit while it was read.</summary>
internal sealed class BodyTooLargeException : Exception;
