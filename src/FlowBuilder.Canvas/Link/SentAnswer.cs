namespace FlowBuilder.Canvas.Link;

/// <summary>An answer as it goes to the browser.</summary>
internal sealed record SentAnswer(bool Accepted, string? Message, long Revision);
