using FlowBuilder.Canvas.Commands;
using Microsoft.AspNetCore.Components.Web;

namespace FlowBuilder.Web.Components.Designer.Outlining;

/// <summary>What keys do on a line of the outline.</summary>
public sealed partial class OutlineView
{
    private Task KeyAsync(KeyboardEventArgs pressed)
    {
        if (pressed.CtrlKey || pressed.MetaKey) return ControlAsync(pressed);
        if (pressed.AltKey) return pressed.Key switch { "ArrowUp" => UpAsync(), "ArrowDown" => DownAsync(), _ => Task.CompletedTask };
        switch (pressed.Key)
        {
            case "ArrowDown":
                Go(_at + 1);
                break;
            case "ArrowUp":
                Go(_at - 1);
                break;
            case "ArrowRight" when _at + 1 < _lines.Length && _lines[_at + 1].Indent > _lines[_at].Indent:
                Go(_at + 1);
                break;
            case "ArrowLeft":
                Go(Parent());
                break;
            case "Home":
                Go(0);
                break;
            case "End":
                Go(_lines.Length - 1);
                break;
            case "Enter" when Active is { } line:
                return OpenAsync(line);
            case "a" or "A" or "Insert" or "+":
                return AddAsync();
            case "Delete" or "Backspace":
                return DeleteAsync();
            case "?":
                return Shortcut.InvokeAsync(CanvasShortcut.Help);
            case "/":
                return Shortcut.InvokeAsync(CanvasShortcut.Find);
        }

        return Task.CompletedTask;
    }

    private async Task ControlAsync(KeyboardEventArgs pressed)
    {
        CanvasShortcut? named = pressed.Key.ToUpperInvariant() switch
        {
            "Z" when pressed.ShiftKey => CanvasShortcut.Redo,
            "Z" => CanvasShortcut.Undo,
            "Y" => CanvasShortcut.Redo,
            "C" => CanvasShortcut.Copy,
            "X" => CanvasShortcut.Cut,
            "V" => CanvasShortcut.Paste,
            "S" => CanvasShortcut.Save,
            _ => null,
        };
        if (pressed.Key is "d" or "D") await CopyAsync();
        if (named is not { } shortcut || (IsReadOnly && shortcut is not (CanvasShortcut.Copy or CanvasShortcut.Save))) return;
        await Shortcut.InvokeAsync(shortcut);
        Look();
        if (shortcut is CanvasShortcut.Undo or CanvasShortcut.Redo)
            _said = shortcut == CanvasShortcut.Undo
                ? Undone()
                : Room.Session.History.Done is [.., var again]
                ? $"Redone: {again.Title}."
                : "";
        _focus = true;
    }

    private string Undone() => Room.Session.History.Undone is [.., var last] ? $"Undone: {last.Title}." : "Nothing to undo.";

    private int Parent()
    {
        for (var i = _at - 1; i >= 0; i--)
            if (_lines[i].Indent < _lines[_at].Indent) return i;
        return _at;
    }
}
