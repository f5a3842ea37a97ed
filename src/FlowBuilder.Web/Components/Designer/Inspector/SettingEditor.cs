using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>The control for one setting. A change is handed over when it is complete: on leaving a text, on choosing from a list.</summary>
public abstract class SettingEditor : ComponentBase
{
    [Parameter, EditorRequired] public SettingContext Context { get; set; } = default!;

    /// <summary>The setting's value as the step has it.</summary>
    [Parameter] public object? Value { get; set; }

    /// <summary>The new value, of the setting's type.</summary>
    [Parameter] public EventCallback<object?> Changed { get; set; }

    /// <summary>What is being typed and not handed over yet, of the setting's type.</summary>
    [Parameter] public EventCallback<object?> Typing { get; set; }

    /// <summary>An empty text is a setting that is not filled in.</summary>
    protected static string? TextOrNull(object? typed) =>
        typed as string is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
