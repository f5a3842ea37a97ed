using FlowBuilder.Canvas;
using FlowBuilder.Canvas.Commands;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Designer.Panels;
using Edits = FlowBuilder.Core.Authoring.Commands;

namespace FlowBuilder.Web.Components.Designer;

/// <summary>What a gesture on the canvas means for the draft.</summary>
public sealed partial class DesignerPage
{
    private Task<CanvasAnswer> AnswerAsync(CanvasCommand command)
    {
        if (!IsAboutTheMenu(command)) _menu = null;
        return Task.FromResult(Answer(command));
    }

    /// <summary>A selection is told once it has settled, which may be after the menu at the selected step was opened.</summary>
    private bool IsAboutTheMenu(CanvasCommand command) =>
        _menu is { } menu
        && command is SelectParts select
        && select.Nodes.Count + select.Edges.Count > 0
        && select.Nodes.All(node => node == (menu.From ?? menu.Edge?.From));

    private CanvasAnswer Answer(CanvasCommand command)
    {
        switch (command)
        {
            case SelectParts select:
                _room!.Select(select.Nodes);
                if (_panel == Panel.Problems && select.Nodes.Count == 1) _panel = Panel.Step;
                return CanvasAnswer.Accepted;
            case OpenNode open:
                OpenStep(open.Node);
                return CanvasAnswer.Accepted;
            case ShowMenu:
                return CanvasAnswer.Accepted;
            case FollowPort follow:
                _menu = new OpenMenu(
                    [.. _room!.Palette.WhatCanFollow(_room.Document, _room.Steps, follow.From, follow.Port)], follow.Screen.X,
                    follow.Screen.Y, Place(follow.At), From: follow.From, Port: follow.Port);
                return CanvasAnswer.Accepted;
            case ShowInsertMenu insert:
                return SequenceCanvas.Find(_room!.Document, insert.Edge) is { } edge ? OpenOn(edge, insert) : Gone;
            case RunShortcut shortcut:
                return Shortcut(shortcut);
            default:
                if (EditOf(command) is not { } edit) return Gone;
                var answer = Done(_room!.Run(edit));
                // The keyboard does not fall out of the canvas with what it stood on.
                _focusCanvas = answer.IsAccepted && command is DeleteParts { Nodes.Count: > 0 };
                return answer;
        }
    }

    private static CanvasAnswer Gone => CanvasAnswer.Refused("That no longer exists: someone changed it in the meantime.");

    private DesignCommand? EditOf(CanvasCommand command) => command switch
    {
        MoveNodes move => new Edits.Places.MoveBy([.. move.Nodes], move.Dx, move.Dy),
        ConnectNodes connect => new Edits.Edges.Connect(connect.From, connect.Port, connect.To),
        ReconnectEdge { End: EdgeEnd.From } from =>
            SequenceCanvas.Find(_room!.Document, from.Edge) is { } edge
                ? new Edits.Edges.Reconnect(edge, from.Node, from.Port ?? Ports.Out, edge.To)
                : null,
        ReconnectEdge to =>
            SequenceCanvas.Find(_room!.Document, to.Edge) is { } edge
                ? new Edits.Edges.Reconnect(edge, edge.From, Ports.Of(edge), to.Node)
                : null,
        DeleteParts delete => new Edits.Nodes.Delete(
            [.. delete.Nodes], [.. delete.Edges.Select(id => SequenceCanvas.Find(_room!.Document, id)).OfType<Edge>()],
            Bridge: delete.Nodes.Count == 1),
        DropKind drop => EntryOf(drop.Kind) is not { } entry ? null
            : drop.Edge is not null && SequenceCanvas.Find(_room!.Document, drop.Edge) is { } edge
            ? new Edits.Nodes.InsertOnEdge(entry.Content, edge, Place(drop.At))
            : new Edits.Nodes.AddNode(entry.Content, Place(drop.At)),
        _ => null,
    };

    private CanvasAnswer Shortcut(RunShortcut shortcut)
    {
        var room = _room!;
        switch (shortcut.Name)
        {
            case CanvasShortcut.Undo:
                return Done(room.Undo());
            case CanvasShortcut.Redo:
                return Done(room.Redo());
            case CanvasShortcut.Copy:
                Copy();
                return CanvasAnswer.Accepted;
            case CanvasShortcut.Cut:
                Copy();
                return room.Selected.IsEmpty
                    ? CanvasAnswer.Accepted
                    : Done(room.Run(new Edits.Nodes.Delete(room.Selected, Bridge: room.Selected.Length == 1)));
            case CanvasShortcut.Paste:
                return Clipboard.Take(_caller.Session!.Value, _caller.Company.Value) is { } fragment
                    ? Done(room.Run(new Edits.Nodes.Paste(fragment, Place(shortcut.At))))
                    : CanvasAnswer.Refused("There is nothing to paste. Copy some steps first.");
            case CanvasShortcut.Duplicate:
                return room.Selected.IsEmpty ? CanvasAnswer.Accepted : Done(room.Run(new Edits.Nodes.Duplicate(room.Selected)));
            case CanvasShortcut.Save:
                _ = InvokeAsync(_saver!.SaveAsync);
                return CanvasAnswer.Accepted;
            case CanvasShortcut.Help:
                _ = InvokeAsync(ShowHelp);
                return CanvasAnswer.Accepted;
            default:
                OpenFinder();
                return CanvasAnswer.Accepted;
        }
    }

    private void Copy()
    {
        if (!_room!.Selected.IsEmpty)
            Clipboard.Put(_caller.Session!.Value, _caller.Company.Value, Fragment.Of(_room.Document, _room.Selected));
    }

    private CanvasAnswer OpenOn(Edge edge, ShowInsertMenu insert)
    {
        _menu = new OpenMenu(
            [.. _room!.Palette.WhatCanStandOn(_room.Document, _room.Steps, edge)], insert.Screen.X, insert.Screen.Y, Place(insert.At),
            Edge: edge);
        return CanvasAnswer.Accepted;
    }

    private async Task ChooseAsync(OpenMenu menu, PaletteEntry entry)
    {
        _menu = null;
        await RunAsync(
            menu.Edge is { } edge
                ? new Edits.Nodes.InsertOnEdge(entry.Content, edge)
                : new Edits.Nodes.AddAfter(entry.Content, menu.From!, menu.Port!, menu.At),
            null);
        ShowPanel(Panel.Step);
    }

    /// <summary>Clicked in the palette: behind the chosen step where it can follow, else beside
    /// what is there. Behind a Stop When an action is a Stop Action.</summary>
    private async Task AddAsync(PaletteEntry entry)
    {
        var room = _room!;
        var behind = room.Chosen is { } chosen
            ? Ports.Of(chosen).FirstOrDefault(port => !room.Document.Edges.Any(edge => edge.From == chosen.Id && Ports.Of(edge) == port))
            : null;
        var follows = behind is null
            ? null
            : room.Palette
                .WhatCanFollow(room.Document, room.Steps, room.Chosen!.Id, behind)
                .Where(choice => choice.Refusal is null)
                .Select(choice => choice.Entry)
                .FirstOrDefault(
                    fits =>
                        fits == entry
                        || (fits.Type is not null && fits.Type == entry.Type && fits.Kind is NodeKind.Action or NodeKind.StopAction));
        await RunAsync(
            follows is not null
                ? new Edits.Nodes.AddAfter(follows.Content, room.Chosen!.Id, behind!)
                : new Edits.Nodes.AddNode(entry.Content, FreePlace(room.Document)),
            null);
        ShowPanel(Panel.Step);
    }

    private PaletteEntry? EntryOf(string kind) => _room!.Palette.Entries.FirstOrDefault(entry => PaletteKinds.Of(entry) == kind);

    private static CanvasAnswer Done(string? refusal) => refusal is null ? CanvasAnswer.Accepted : CanvasAnswer.Refused(refusal);

    private static Position Place(CanvasPoint at) => new(at.X, at.Y);

    /// <summary>To the right of everything: a new beginning stands apart.</summary>
    private static Position FreePlace(SequenceDocument document) =>
        document.Nodes.IsEmpty
            ? new Position(0, 0)
            : new Position(document.Nodes.Max(node => node.At.X) + 320, document.Nodes.Min(node => node.At.Y));
}
