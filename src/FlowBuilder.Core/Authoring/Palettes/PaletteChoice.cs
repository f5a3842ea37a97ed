namespace FlowBuilder.Core.Authoring.Palettes;

/// <summary>An entry of the palette at a place in a drawing.</summary>
/// <param name="Entry">What could stand there.</param>
/// <param name="Refusal">Why it cannot; null when it can.</param>
public sealed record PaletteChoice(PaletteEntry Entry, string? Refusal);
