namespace FlowBuilder.Core.Steps.Settings;

/// <summary>Marks a setting that holds the id of another node of the same drawing, so that copies
/// can be made to name the copy and a deleted node is no longer named.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesNodeAttribute : Attribute;
