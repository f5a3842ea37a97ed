using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Web.Components.Designer.Panels;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace FlowBuilder.Web.Components.Designer.Outlining;

/// <summary>Chooses what is added to the outline, and where.</summary>
public sealed partial class AddStepMenu
{
    private ElementReference _field;
    private string _search = "";
    private int _place;
    private int _at;

    /// <summary>Where it can be added.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<OutlinePlace> Places { get; set; } = [];

    /// <summary>The edit that adds what was chosen.</summary>
    [Parameter, EditorRequired] public Func<DesignCommand?, Task> Add { get; set; } = default!;

    /// <summary>Nothing is added.</summary>
    [Parameter] public EventCallback Close { get; set; }

    [Inject] public required IJSRuntime Browser { get; set; }

    /// <summary>What can stand there first; what cannot only when it is looked for.</summary>
    private IReadOnlyList<PaletteChoice> Shown =>
        [.. PaletteSearch
            .Find(Places[_place].Choices, choice => choice.Entry, _search)
            .Where(choice => _search.Trim().Length > 0 || choice.Refusal is null)
            .OrderBy(choice => choice.Refusal is null ? 0 : 1)];

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _field.FocusAsync();
    }

    private void Look(ChangeEventArgs typed) => (_search, _at) = ((string?)typed.Value ?? "", 0);

    private void Turn(int place) => (_place, _at) = (place, 0);

    private Task LeaveAsync(KeyboardEventArgs pressed) => pressed.Key == "Escape" ? Close.InvokeAsync() : Task.CompletedTask;

    private async Task KeyAsync(KeyboardEventArgs pressed)
    {
        switch (pressed.Key)
        {
            case "ArrowDown" or "ArrowUp" when Shown.Count > 0:
                _at = (_at + (pressed.Key == "ArrowDown" ? 1 : Shown.Count - 1)) % Shown.Count;
                await Browser.InvokeVoidAsync("flowbuilder.show", $"add-choice-{_at}");
                break;
            case "Enter" when _at < Shown.Count:
                await ChooseAsync(Shown[_at]);
                break;
        }
    }

    private Task ChooseAsync(PaletteChoice choice) =>
        choice.Refusal is null ? Add(Places[_place].Insert(choice.Entry.Content)) : Task.CompletedTask;
}
