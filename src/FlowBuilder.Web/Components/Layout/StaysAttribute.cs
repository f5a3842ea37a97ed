namespace FlowBuilder.Web.Components.Layout;

/// <summary>A page on which one works on while what stands behind the “?” of its address changes.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StaysAttribute : Attribute;
