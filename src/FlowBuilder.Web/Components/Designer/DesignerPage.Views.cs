using FlowBuilder.Canvas;
using FlowBuilder.Canvas.Commands;
using FlowBuilder.Web.Components.Designer.Outlining;
using FlowBuilder.Web.Components.Designer.Panels;
using FlowBuilder.Web.Components.Sequences.List;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using MudBlazor.Services;

namespace FlowBuilder.Web.Components.Designer;

/// <summary>The two ways of seeing the draft, and going to a step in either.</summary>
public sealed partial class DesignerPage
{
    private DesignerView _view;
    private OutlineView? _outline;
    private ElementReference _side;
    private bool _suited;
    private bool _finds;

    /// <summary>How the draft is seen; what is misspelt counts as not there.</summary>
    [SupplyParameterFromQuery(Name = "view")] private string? View { get; set; }

    [Inject] public required IBrowserViewportService Viewport { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var view = string.Equals(View, "outline", StringComparison.OrdinalIgnoreCase) ? DesignerView.Outline : DesignerView.Canvas;
        if (view == _view) return;
        (_view, _canvas, _outline, _counted, _menu) = (view, null, null, false, null);
        // What is chosen stays in sight.
        _focus = _room?.Chosen?.Id;
    }

    /// <summary>On a phone the list is what can be read: it comes first where the address does not say otherwise.</summary>
    private async Task SuitAsync()
    {
        if (_suited || _room is null || !RendererInfo.IsInteractive) return;
        _suited = true;
        if (View is null && await Viewport.GetCurrentBreakpointAsync() == Breakpoint.Xs)
            Navigation.NavigateTo(SequenceQuery.EditAddress(_id, DesignerView.Outline), replace: true);
    }

    private async Task GoAsync(string node)
    {
        _room!.Select([node]);
        if (_canvas is not null) await _canvas.FocusNodeAsync(node);
        _outline?.Focus(node);
    }

    private void OpenStep(string node)
    {
        _room!.Select([node]);
        _focusSide = true;
        ShowPanel(Panel.Step);
    }

    /// <summary>Who is at a step now.</summary>
    private async Task ShowPeopleAsync(string node)
    {
        _room!.Select([node]);
        _focusSide = true;
        ShowPanel(Panel.Now);
        if (_canvas is not null) await _canvas.SelectAsync([node]);
    }

    /// <summary>Escape leads from a step's settings back to the step.</summary>
    private Task LeaveSideAsync(KeyboardEventArgs pressed) =>
        pressed.Key == "Escape" && _panel is (Panel.Step or Panel.Now) && _room!.Chosen is { } chosen
            ? GoAsync(chosen.Id)
            : Task.CompletedTask;

    private void AnswerShortcutAsync(CanvasShortcut name)
    {
        var at = FreePlace(_room!.Document);
        if (Shortcut(new RunShortcut(name, new CanvasPoint(at.X, at.Y))) is { IsAccepted: false, Message: { } refusal })
            Snackbar.Add(refusal, MudBlazor.Severity.Warning);
    }

    private void OpenFinder()
    {
        _finds = true;
        StateHasChanged();
    }

    private async Task CloseFinderAsync()
    {
        _finds = false;
        if (_room!.Chosen is { } chosen) await GoAsync(chosen.Id);
    }

    private async Task FoundAsync(string node)
    {
        _finds = false;
        await GoAsync(node);
        ShowPanel(Panel.Step);
    }
}
