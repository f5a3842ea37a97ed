using FlowBuilder.Core.Steps;

namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>An edit made in the inspector.</summary>
/// <param name="Step">The step as it shall be.</param>
/// <param name="Setting">The setting that was changed; edits of one setting in a row are one undo.</param>
public sealed record StepChange(Step Step, string Setting);
