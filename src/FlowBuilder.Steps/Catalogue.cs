using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Steps;

/// <summary>The product's own steps.</summary>
public static class Catalogue
{
    /// <summary>Every trigger, condition, action, wait and flow step of this assembly.</summary>
    public static StepCatalog Steps { get; } = StepCatalog.Of(typeof(Catalogue).Assembly);
}
