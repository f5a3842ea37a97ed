using FlowBuilder.Canvas;
using FlowBuilder.Canvas.Export;
using FlowBuilder.Core.Access;
using FlowBuilder.Core.Sequences;

namespace FlowBuilder.Web.Designer;

/// <summary>What is done with the whole sequence from the designer: arranged, saved as a picture, paused and resumed.</summary>
public sealed partial class DesignerPage
{
    private async Task ArrangeAsync()
    {
        await RunAsync(new Core.Design.Commands.AutoLayout(), null);
        if (_canvas is not null) await _canvas.FitAsync();
    }

    /// <summary>Lets the browser save the drawing as a picture.</summary>
    private async Task PictureAsync(string kind)
    {
        var caller = await Desk.EnterAsync(Right.DesignSequences);
        var plain = _room!.Cards.Select(card => new CanvasNode { Id = card.Id, X = card.X, Y = card.Y, Width = card.Width, Height = card.Height, Kind = card.Kind, Label = card.Label, Detail = card.Detail, HasInput = card.HasInput, Outputs = card.Outputs });
        if (_canvas is not null && caller.Company == _caller.Company) await _canvas.SavePictureAsync($"{Title}.{kind}", CanvasSvg.Draw([.. plain], [.. _room.Lines.Select(line => line with { Tone = null })], Title));
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
