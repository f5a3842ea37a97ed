using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Editing;

/// <summary>What a command may use besides the document.</summary>
/// <param name="Steps">The catalogue and its JSON.</param>
/// <param name="Ids">Hands out ids for new nodes.</param>
/// <param name="Names">What the marketer calls templates, sequences and people, for titles and reasons.</param>
/// <param name="Layout">Sizes and gaps, for placing what comes new.</param>
public sealed record DesignContext(StepJson Steps, NodeIds Ids, Names Names, LayoutOptions Layout);
