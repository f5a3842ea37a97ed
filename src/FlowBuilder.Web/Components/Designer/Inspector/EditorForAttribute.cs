namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>Says what an editor is for: a type of setting, settings of a name, or one setting of one step. The narrowest wins.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EditorForAttribute : Attribute
{
    /// <summary>Every setting of this type.</summary>
    public EditorForAttribute(Type type) => Type = type;

    /// <summary>Settings with this JSON name, such as <c>template</c>, whatever the step; with
    /// <paramref name="step"/>, of that step alone.</summary>
    public EditorForAttribute(string setting, string? step = null) => (Setting, Step) = (setting, step);

    public Type? Type { get; }

    public string? Setting { get; }

    public string? Step { get; }
}
