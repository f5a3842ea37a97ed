using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Sequences.Versions;
using FlowBuilder.Canvas;
using FlowBuilder.Canvas.Export;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Components.Sequences.Versions;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FlowBuilder.Web.Components.Designer;

/// <summary>What is done with the whole sequence from the designer: arranged, saved as a picture, paused and resumed.</summary>
public sealed partial class DesignerPage
{
    [Inject] public required VersionReader Versions { get; set; }

    [Inject] public required PendingRestores Restores { get; set; }

    [Inject] public required IJSRuntime Browser { get; set; }

    [Inject] public required AuditTrail Audit { get; set; }

    private async Task ArrangeAsync()
    {
        await RunAsync(new Core.Authoring.Commands.Places.AutoLayout(), null);
        if (_canvas is not null) await _canvas.FitAsync();
    }

    /// <summary>Lets the browser save the drawing: <c>png</c>, <c>svg</c> or <c>pdf</c>.</summary>
    private async Task PictureAsync(string kind)
    {
        var caller = await EnterAsync(Right.DesignSequences);
        if (caller.Company != _caller.Company) return;
        var plain = _room!.Cards.Select(
            card => new CanvasNode
            {
                Id = card.Id, X = card.X, Y = card.Y, Width = card.Width, Height = card.Height, Kind = card.Kind, Label = card.Label,
                Detail = card.Detail, HasInput = card.HasInput, Outputs = card.Outputs
            });
        var svg = CanvasSvg.Draw([.. plain], [.. _room.Lines.Select(line => line with { Tone = null })], Title);
        if (kind == "pdf") await Browser.InvokeVoidAsync("flowbuilder.savePdf", $"{Title}.pdf", Title, svg);
        else if (_canvas is not null) await _canvas.SavePictureAsync($"{Title}.{kind}", svg);
    }

    /// <summary>Makes a published version the draft: an edit like any other, stored over what is
    /// known and noted in the audit log.</summary>
    private async Task RestoreAsync(int number)
    {
        var caller = await EnterAsync(Right.DesignSequences);
        if (await Versions.ReadAsync(caller.Company, _id, number, Ended) is not { } version) return;
        if (await RunAsync(new Core.Authoring.Commands.Settings.ReplaceDocument(version, $"Restored version {number}"), null) is not null)
            return;
        Say($"The draft is version {number} again. Undo brings back what you had.");
        if (await _saver!.SaveAsync())
            await Audit.AppendAsync(
                caller.Company, caller.Actor, "sequence.restore", _id.ToString(), $"restored version {number} of “{Title}” as the draft");
    }

    private async Task PauseAsync()
    {
        if (await Actions.PauseAsync(_id, Title)) _state = SequenceState.Paused;
    }

    private async Task ResumeAsync()
    {
        if (await Actions.ResumeAsync(_id, Title)) _state = SequenceState.Live;
    }
}
