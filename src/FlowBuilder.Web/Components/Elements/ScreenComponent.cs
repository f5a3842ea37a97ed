using System.Data.Common;
using FlowBuilder.Application.Access;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Elements;

/// <summary>
/// A component that reads or changes what a company has. It knows who sits there, and when it is over: what it was reading then is cut off
/// and nobody is told. What it was writing is not: see <see cref="Uninterrupted"/>.
/// </summary>
public abstract class ScreenComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private CancellationTokenRegistration _aborted;

    protected ScreenComponent() => Ended = _ended.Token;

    [Inject] public required ScreenSession ScreenSession { get; set; }

    /// <summary>The request a page is drawn for before there is a circuit; null within one.</summary>
    [CascadingParameter] private HttpContext? RequestOfPage { get; set; }

    /// <summary>Cancelled as soon as the component is gone, or the request it was drawn for. For whatever only reads.</summary>
    protected CancellationToken Ended { get; }

    /// <inheritdoc />
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        try
        {
            await base.SetParametersAsync(parameters);
        }
        catch (Exception cut) when (cut is OperationCanceledException or DbException && Ended.IsCancellationRequested)
        {
            // Cut off by leaving, which some databases tell as a fault of their own: there is nobody left to be told.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _aborted.DisposeAsync();
        Unwatch();
        await _ended.CancelAsync();
        await LeaveAsync();
        _ended.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (RequestOfPage is { } request)
            _aborted = request.RequestAborted.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), _ended);
    }

    /// <summary>Nothing is drawn any more once it is over.</summary>
    protected override bool ShouldRender() => !Ended.IsCancellationRequested;

    /// <inheritdoc cref="Auth.Access.ScreenSession.EnterAsync"/>
    protected Task<Caller> EnterAsync(Right right) => ScreenSession.EnterAsync(right);

    /// <inheritdoc cref="Auth.Access.ScreenSession.FindCallerAsync"/>
    protected Task<Caller?> FindCallerAsync() => ScreenSession.FindCallerAsync();

    /// <summary>What is still to be done when the component goes; nothing is read any more then.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    /// <summary>Ends whatever is watched, before what is being read is cut off: what is cut off then is nobody's fault.</summary>
    private protected virtual void Unwatch()
    {
    }
}
