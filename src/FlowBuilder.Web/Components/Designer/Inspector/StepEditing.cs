using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>Steps that have nothing filled in yet.</summary>
internal static class StepEditing
{
    /// <summary>A step of a type with nothing filled in.</summary>
    public static Step New(StepType type) => (Step)Activator.CreateInstance(type.Class)!;
}
