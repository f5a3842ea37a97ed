using System.Collections.Immutable;
using FlowBuilder.Canvas.Commands;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Outlining;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Designer.Model;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Designer.Outlining;

/// <summary>The draft as an outline: one line is active, and what is done is done to it.</summary>
public sealed partial class OutlineView
{
    private ImmutableArray<OutlineLine> _lines = [];
    private IReadOnlyDictionary<string, StepCard> _cards = new Dictionary<string, StepCard>();
    private IReadOnlyDictionary<string, int> _inside = new Dictionary<string, int>();
    private IReadOnlyList<OutlinePlace>? _places;
    private (OutlineRole Role, string? Node, string? Port) _key;
    private long _revision = -1;
    private int _at = -1;
    private bool _focus;
    private string _said = "";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public DesignRoom Room { get; set; } = default!;

    /// <summary>Does an edit; answers why not.</summary>
    [Parameter, EditorRequired] public Func<DesignCommand, string?, Task<string?>> Run { get; set; } = default!;

    /// <summary>Shows a step's settings and puts the keyboard there.</summary>
    [Parameter] public EventCallback<string> OpenStep { get; set; }

    /// <summary>Keys whose meaning is the designer's: undo, copy, help...</summary>
    [Parameter] public EventCallback<CanvasShortcut> Shortcut { get; set; }

    /// <summary>One may look, not change.</summary>
    [Parameter] public bool IsReadOnly { get; set; }

    private OutlineLine? Active => _at >= 0 && _at < _lines.Length ? _lines[_at] : null;

    /// <summary>Puts the keyboard on a step's line, or on the active one.</summary>
    public void Focus(string? node = null)
    {
        Look();
        if (node is not null && IndexOf(node) is >= 0 and var at) Stand(at);
        _focus = Active is not null;
        StateHasChanged();
    }

    /// <summary>Shows how many customers stand on each step; nodes that are not named have none.</summary>
    public void SetCounts(IReadOnlyDictionary<string, int> inside)
    {
        _inside = inside;
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => Look();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => _focus = false;

    /// <summary>The lines as they are now; the active one stays so wherever it stands, and follows what is selected elsewhere.</summary>
    private void Look()
    {
        if (_revision != Room.Session.Revision || _lines.IsDefaultOrEmpty)
        {
            _lines = Outline.Of(Room.Document, Room.Names);
            _revision = Room.Session.Revision;
        }

        _cards = Room.Cards.ToDictionary(card => card.Id, StringComparer.Ordinal);
        var at = _lines.Select((line, index) => (line, index)).FirstOrDefault(one => KeyOf(one.line) == _key, (null!, -1)).Item2;
        if (Room.Chosen is { } chosen && (at < 0 || _lines[at].Node != chosen.Id)) at = IndexOf(chosen.Id);
        if (at < 0) at = Math.Min(Math.Max(_at, 0), _lines.Length - 1);
        Stand(at);
    }

    private void Stand(int at)
    {
        _at = at;
        _key = Active is { } line ? KeyOf(line) : default;
    }

    private int IndexOf(string node)
    {
        for (var i = 0; i < _lines.Length; i++)
            if (_lines[i].Node == node && IsNode(_lines[i])) return i;
        return -1;
    }

    private int InsideOf(OutlineLine line) => line.Node is { } node && IsNode(line) ? _inside.GetValueOrDefault(node) : 0;

    private StepCard? CardOf(OutlineLine line) => line.Node is { } node ? _cards.GetValueOrDefault(node) : null;

    private static (OutlineRole Role, string? Node, string? Port) KeyOf(OutlineLine line) => (line.Role, line.Node ?? line.Text, line.Port);

    private static bool IsNode(OutlineLine line) => line is { Node: not null, Role: not (OutlineRole.Way or OutlineRole.Link) };

    private void Choose(OutlineLine line) => Go(_lines.IndexOf(line));

    /// <summary>Goes to a line; its step is selected.</summary>
    private void Go(int at)
    {
        if (at < 0 || at >= _lines.Length) return;
        Stand(at);
        _focus = true;
        Room.Select(Active?.Node is { } node ? [node] : []);
        StateHasChanged();
    }

    /// <summary>Opens a step's settings; at a way adds under it, at a link goes where it leads.</summary>
    private Task OpenAsync(OutlineLine line)
    {
        if (line.LinksTo is { } to)
        {
            Go(IndexOf(to));
            return Task.CompletedTask;
        }

        if (line.Role == OutlineRole.Way) return AddAsync();
        return line.Node is { } node ? OpenStep.InvokeAsync(node) : Task.CompletedTask;
    }

    private Task AddAsync()
    {
        if (!IsReadOnly) _places = OutlinePlaces.Of(Room, Active);
        return Task.CompletedTask;
    }

    private void CloseMenu()
    {
        _places = null;
        _focus = true;
    }

    private async Task PutAsync(DesignCommand? command)
    {
        _places = null;
        await DoAsync(command, "Nothing can go there.");
    }

    private Task UpAsync() => MoveAsync(OutlineEdits.MoveUp, "It is already first.");

    private Task DownAsync() => MoveAsync(OutlineEdits.MoveDown, "It is already last.");

    private Task MoveAsync(Func<Core.Graph.SequenceDocument, OutlineLine, Core.Steps.Names?, DesignCommand?> move, string otherwise) =>
        DoAsync(Active is { } line ? move(Room.Document, line, Room.Names) : null, otherwise);

    private Task CopyAsync() =>
        DoAsync(Active is { } line ? OutlineEdits.Duplicate(Room.Document, line) : null, "Only a step can be duplicated.");

    private async Task DeleteAsync()
    {
        var before = _at;
        await DoAsync(Active is { } line ? OutlineEdits.Delete(line) : null, "Only a step can be deleted.");
        // What comes next takes its place.
        if (Room.Selected.IsEmpty && _lines.Length > 0) Go(Math.Min(before, _lines.Length - 1));
    }

    private async Task DoAsync(DesignCommand? command, string otherwise)
    {
        if (IsReadOnly) return;
        var refusal = command is null ? otherwise : await Run(command, null);
        _said = refusal ?? (Room.Session.History.Done is [.., var last] ? $"{last.Title}." : "");
        Look();
        _focus = true;
        // The menu is a component of its own: this list is drawn anew only when told.
        StateHasChanged();
    }
}
