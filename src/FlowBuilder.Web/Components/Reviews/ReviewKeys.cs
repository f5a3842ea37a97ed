using Microsoft.JSInterop;

namespace FlowBuilder.Web.Components.Reviews;

/// <summary>Listens for single keys on the whole page, not while somebody types or a dialog is open.</summary>
internal sealed class ReviewKeys : IAsyncDisposable
{
    private readonly Func<string, Task> _press;
    private IJSObjectReference? _script;
    private IJSObjectReference? _listening;
    private DotNetObjectReference<ReviewKeys>? _self;

    private ReviewKeys(Func<string, Task> press) => _press = press;

    /// <summary>Begins to listen. Dispose of the answer to end it.</summary>
    public static async Task<ReviewKeys> ListenAsync(IJSRuntime browser, Func<string, Task> press)
    {
        var keys = new ReviewKeys(press);
        keys._self = DotNetObjectReference.Create(keys);
        keys._script = await browser.InvokeAsync<IJSObjectReference>("import", "/reviews.js");
        keys._listening = await keys._script.InvokeAsync<IJSObjectReference>("listen", keys._self);
        return keys;
    }

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task PressAsync(string key) => _press(key);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_listening is not null)
            {
                await _listening.InvokeVoidAsync("end");
                await _listening.DisposeAsync();
            }

            if (_script is not null) await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and with it what listened there.
        }

        _self?.Dispose();
    }
}
