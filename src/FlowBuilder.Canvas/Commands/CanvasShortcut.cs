using System.Text.Json.Serialization;

namespace FlowBuilder.Canvas.Commands;

/// <summary>Keys whose meaning is the owner's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CanvasShortcut>))]
public enum CanvasShortcut
{
    /// <summary>Ctrl+Z.</summary>
    Undo,

    /// <summary>Ctrl+Y, Ctrl+Shift+Z.</summary>
    Redo,

    /// <summary>Ctrl+X.</summary>
    Cut,

    /// <summary>Ctrl+C.</summary>
    Copy,

    /// <summary>Ctrl+V.</summary>
    Paste,

    /// <summary>Ctrl+D.</summary>
    Duplicate,

    /// <summary>Ctrl+F, slash.</summary>
    Find,

    /// <summary>Ctrl+S.</summary>
    Save,

    /// <summary>Question mark.</summary>
    Help,
}
