using FlowBuilder.Canvas.Commands;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Canvas.Link;

/// <summary>Hands commands to the owner, one after the other, each once: a repeated one gets the answer it got before.</summary>
internal sealed class CommandInbox
{
    private const int Remembered = 64;
    private readonly Dictionary<string, Task<CanvasAnswer>> _answers = [];
    private readonly Queue<string> _order = new();

    public Task<CanvasAnswer> AnswerAsync(
        CanvasMessage message, bool isReadOnly, CanvasTexts texts, Func<CanvasCommand, Task<CanvasAnswer>>? owner)
    {
        if (_answers.TryGetValue(message.Id, out var before)) return before;
        if (owner is null || (isReadOnly && message.Op.IsEdit)) return Task.FromResult(CanvasAnswer.Refused(texts.Failed));
        var answer = AskAsync(message.Command, owner);
        _answers[message.Id] = answer;
        _order.Enqueue(message.Id);
        if (_order.Count > Remembered) _answers.Remove(_order.Dequeue());
        return answer;
    }

    /// <summary>The owner's component is drawn anew afterwards, as after any event of its own.</summary>
    private static async Task<CanvasAnswer> AskAsync(CanvasCommand command, Func<CanvasCommand, Task<CanvasAnswer>> owner)
    {
        var answer = CanvasAnswer.Accepted;
        await EventCallback.Factory
            .Create(owner.Target as IHandleEvent ?? new object(), async () => answer = await owner(command)).InvokeAsync();
        return answer;
    }
}
