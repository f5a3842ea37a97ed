namespace FlowBuilder.Core.Steps.Settings;

/// <summary>A setting of a step in which merge fields are filled in for a place of their own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilledAttribute(TextPlace place) : Attribute
{
    /// <summary>How its values are encoded.</summary>
    public TextPlace Place { get; } = place;
}
