using FlowBuilder.Application.Engine;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>
/// A long import goes no faster than the pumps work, so that what other companies send finds few rows before it. It does not wait for ever:
/// when others keep the pumps busy it goes on all the same, slowly.
/// </summary>
internal sealed class ImportPace(IEngine engine, TimeProvider clock)
{
    /// <summary>Things that may wait for the pumps when the next rows are put in.</summary>
    public const int MostWaiting = 500;

    /// <summary>How long one portion waits at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>Done when the next portion may go in.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        while ((await engine.ReadProgressAsync(cancellation)).Waiting > MostWaiting && clock.GetElapsedTime(began) < Longest)
            await Task.Delay(Look, clock, cancellation);
    }
}
