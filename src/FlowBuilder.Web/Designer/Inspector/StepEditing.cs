using System.Reflection;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Web.Designer.Inspector;

/// <summary>Steps are records that never change: an edit makes a new one.</summary>
internal static class StepEditing
{
    /// <summary>A step of a type with nothing filled in.</summary>
    public static Step New(StepType type) => (Step)Activator.CreateInstance(type.Class)!;

    /// <summary>The step with one setting changed.</summary>
    public static Step With(Step step, StepSetting setting, object? value)
    {
        var copy = (Step)step.GetType().GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public)!.Invoke(step, null)!;
        setting.Property.SetValue(copy, value);
        return copy;
    }
}
