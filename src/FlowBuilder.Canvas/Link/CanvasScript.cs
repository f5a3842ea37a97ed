using FlowBuilder.Canvas.Drawing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FlowBuilder.Canvas.Link;

/// <summary>The script in the browser. Calls into a page that has gone are no fault.</summary>
internal sealed class CanvasScript : IAsyncDisposable
{
    private readonly IJSObjectReference _module;
    private readonly IJSObjectReference _canvas;

    private CanvasScript(IJSObjectReference module, IJSObjectReference canvas) => (_module, _canvas) = (module, canvas);

    /// <returns>Null when the page went away meanwhile.</returns>
    public static async Task<CanvasScript?> AttachAsync(
        IJSRuntime scripts, ElementReference root, DotNetObjectReference<CanvasLink> link, CanvasOptions options)
    {
        try
        {
            var module = await scripts.InvokeAsync<IJSObjectReference>("import", $"./{CanvasModules.Folder}canvas.js");
            return new CanvasScript(module, await module.InvokeAsync<IJSObjectReference>("attach", root, link, options));
        }
        catch (Exception gone) when (IsGone(gone))
        {
            return null;
        }
    }

    public async Task CallAsync(string what, params object?[] arguments)
    {
        try
        {
            await _canvas.InvokeVoidAsync(what, arguments);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // Nobody is looking any more.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CallAsync("dispose");
        try
        {
            await _canvas.DisposeAsync();
            await _module.DisposeAsync();
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // Went with its page.
        }
    }

    private static bool IsGone(Exception fault) => fault is JSDisconnectedException or ObjectDisposedException or TaskCanceledException;
}
