using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Palettes;

namespace FlowBuilder.Web.Components.Designer.Outlining;

/// <summary>A place of the outline at which a step can be added.</summary>
/// <param name="Word">What it is called: “After this”, “Under “Yes”.</param>
/// <param name="Choices">What can stand there, and what cannot and why.</param>
/// <param name="Insert">The edit that puts something there.</param>
public sealed record OutlinePlace(string Word, IReadOnlyList<PaletteChoice> Choices, Func<NodeContent, DesignCommand?> Insert);
