namespace FlowBuilder.Web.Api.Idempotency;

/// <summary>Marks a route whose calls hold secrets: nothing of them is kept, not even a hash. Such
/// routes can be repeated as they are.</summary>
internal sealed class KeepsNoRepeats;
