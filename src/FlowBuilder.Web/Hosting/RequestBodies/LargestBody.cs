namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>Says of a route that it takes larger bodies than others.</summary>
/// <param name="Bytes">The largest one.</param>
internal sealed record LargestBody(int Bytes);
