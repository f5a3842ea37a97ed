namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>An editor of several controls: its name stands as the legend of a group, and each control has a label of its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SeveralControlsAttribute : Attribute;
