using FlowBuilder.Application.Access;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Designer.Panels;
using FlowBuilder.Web.Components.Sequences;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Components.Sequences.Protection;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Designer;

/// <summary>The designer: palette, canvas and panels around one draft.</summary>
public sealed partial class DesignerPage
{
    private static readonly TimeSpan RestBeforeSaving = TimeSpan.FromMilliseconds(700);

    private SequenceId _id;
    private Caller _caller = default!;
    private DesignRoom? _room;
    private DraftSaver? _saver;
    private CanvasView<StepCard>? _canvas;
    private CanvasOptions _options = new();
    private IReadOnlyList<Actor> _others = [];
    private bool _counted;
    private OpenMenu? _menu;
    private string _title = "";
    private Panel _panel;
    private SequenceState _state;
    private int _version;
    private bool _mayPublish;
    private bool _missing;
    private Closing _closed;
    private string? _focus;
    private bool _focusSide;
    private bool _focusCanvas;

    /// <summary>Of the sequence.</summary>
    [Parameter] public string Id { get; set; } = "";

    [Inject] public required DesignRooms Rooms { get; set; }

    [Inject] public required SequenceGuard Sequences { get; set; }

    [Inject] public required SequenceActions Actions { get; set; }

    [Inject] public required SequenceDrafts Drafts { get; set; }

    [Inject] public required DraftReader DraftReader { get; set; }

    [Inject] public required DesignPresence Presence { get; set; }

    [Inject] public required DesignClipboard Clipboard { get; set; }

    [Inject] public required NodeNumberReader Numbers { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Inject] public required ISnackbar Snackbar { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private string Title => (_room?.Document.Title ?? _title) is { Length: > 0 } title ? title : "Sequence";

    private string PageAddress => $"{SequenceQuery.PageAddress}/{Id}";

    /// <inheritdoc />
    protected override async Task BeginAsync()
    {
        _caller = await EnterAsync(Right.DesignSequences);
        if (!SequenceId.TryParse(Id, out _id) || await Sequences.StandingAsync(_id, Ended) is not { } standing)
        {
            Missing();
            return;
        }

        _title = standing.Title;
        // Before the circuit is there nobody can be asked for a password, and nothing can be edited.
        if (RendererInfo.IsInteractive || !standing.IsProtected) await OpenAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await SuitAsync();
        if (_focusSide)
        {
            _focusSide = false;
            await _side.FocusAsync();
        }

        if (!_counted && (_canvas is not null || _outline is not null))
        {
            _counted = true;
            await ReadAsync();
        }

        if (_canvas is null) return;
        if (_focusCanvas)
        {
            _focusCanvas = false;
            await _canvas.FocusAsync();
        }

        if (_focus is not { } node) return;
        _focus = null;
        await _canvas.FocusNodeAsync(node);
    }

    private async Task OpenAsync()
    {
        if (RendererInfo.IsInteractive && await Sequences.OpenAsync(Right.DesignSequences, _id, Title) is null)
        {
            _closed = await Sequences.StandingAsync(_id, Ended) is { IsLocked: true } ? Closing.Protected : Closing.Refused;
            return;
        }

        _closed = Closing.None;
        if (await Rooms.OpenAsync(_caller, _id, Ended) is not { } draft)
        {
            Missing();
            return;
        }

        (_room, _state, _version) = (draft.Room, draft.State, draft.Version);
        _mayPublish = _caller.May(Right.PublishSequences);
        _options = new CanvasOptions
        {
            Refusals = SequenceCanvas.Refusals, StorageKey = $"draft-{_id}", DropWidth = CanvasNode.UsualWidth,
            DropHeight = CanvasNode.UsualHeight
        };
        _saver = new DraftSaver(
            _room, new StoredDraft(ScreenSession, Sequences, Drafts, DraftReader, Presence, _id), RestBeforeSaving, Clock);
        _saver.Begin(draft.Revision);
        _saver.Changed += Redraw;
        _room.Changed += Redraw;
        _room.Edited += NoteEdit;
        if (!RendererInfo.IsInteractive) return;
        Keep(Presence.Enter(_caller.Company, _id, _caller.Actor));
        Follow(LiveTopic.Draft(_caller.Company, _id), LookAsync);
        Follow(LiveTopic.Counts(_caller.Company, _id), ReadAsync);
        _others = Presence.Others(_caller.Company, _id, _caller.Actor);
        if (Restores.Take(_id) is { } number) await RestoreAsync(number);
    }

    /// <summary>Somebody came, went or stored the draft.</summary>
    private async Task LookAsync()
    {
        _others = Presence.Others(_caller.Company, _id, _caller.Actor);
        await _saver!.LookAsync();
        StateHasChanged();
    }

    /// <summary>Customers move: the numbers on cards and lines follow, without anything else being drawn anew.</summary>
    protected override async Task ReadAsync()
    {
        if ((_canvas is null && _outline is null) || await FindCallerAsync() is not { } caller || caller.Company != _caller.Company) return;
        var numbers = new Now.NodeNumbers(await Numbers.ReadAsync(caller.Company, _id, Ended));
        _outline?.SetCounts(numbers.Inside);
        if (_canvas is not null) await _canvas.SetCountsAsync(numbers.For(_room!.Document));
    }

    private void NoteEdit() => _ = InvokeAsync(_saver!.NoteEditAsync);

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private void Missing()
    {
        _missing = true;
        Navigation.NotFound();
    }

    private void Say(string words) => Snackbar.Add(words, MudBlazor.Severity.Info);

    private void ShowPanel(Panel panel)
    {
        if (_panel == Panel.Test && panel != Panel.Test) _room!.Light(null, null);
        _panel = panel;
        // Tabs and bar are components of their own: this page is drawn anew only when told.
        StateHasChanged();
    }

    private void CloseMenu() => _menu = null;

    private Task ShowHelp() =>
        Dialogs.ShowAsync<ShortcutsDialog>(
            "Keys", new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true });

    /// <summary>Does an edit; a refusal is shown.</summary>
    private Task<string?> RunAsync(DesignCommand command, string? gesture)
    {
        var before = _room!.Selected;
        var refusal = _room.Run(command, gesture);
        if (refusal is not null) Snackbar.Add(refusal, MudBlazor.Severity.Warning);
        // The keyboard goes along to what is new, and stays in the form otherwise.
        else if (_room.Selected is [var node] && !before.Contains(node)) _focus = node;
        return Task.FromResult(refusal);
    }

    private Task UndoAsync() => Shown(_room!.Undo());

    private Task RedoAsync() => Shown(_room!.Redo());

    private Task Shown(string? refusal)
    {
        if (refusal is not null) Snackbar.Add(refusal, MudBlazor.Severity.Warning);
        return Task.CompletedTask;
    }

    private async Task PublishAsync()
    {
        if (!await _saver!.SaveAsync())
        {
            Snackbar.Add(
                "Your changes are not saved yet, so nothing was published. See the note next to “Publish”.", MudBlazor.Severity.Warning);
            return;
        }

        if (_room!.Errors > 0)
        {
            _panel = Panel.Problems;
            Snackbar.Add(
                _room.Errors == 1
                    ? "One problem must be fixed before publishing."
                    : $"{_room.Errors} problems must be fixed before publishing.",
                MudBlazor.Severity.Warning);
            return;
        }

        var parameters = new DialogParameters<PublishDialog> { { one => one.Sequence, _id }, { one => one.Room, _room } };
        var dialog = await Dialogs.ShowAsync<PublishDialog>(
            $"Publish “{Title}”?", parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true });
        if (await dialog.Result is not { Canceled: false } || !await Actions.PublishAsync(_id, Title)) return;
        (_version, _state) = (_version + 1, _state == SequenceState.Draft ? SequenceState.Live : _state);
    }

    /// <inheritdoc />
    protected override async ValueTask LeaveAsync()
    {
        if (_saver is null) return;
        // What was typed last is not lost by leaving.
        if (_saver.State == SaveState.Waiting) await _saver.SaveAsync();
        _saver.Changed -= Redraw;
        _saver.Dispose();
    }

    /// <summary>Why the drawing is not open.</summary>
    private enum Closing
    {
        None,

        /// <summary>Its password is missing.</summary>
        Protected,

        /// <summary>By something no password opens: the company's plan, or the sequence is gone.</summary>
        Refused,
    }
}
