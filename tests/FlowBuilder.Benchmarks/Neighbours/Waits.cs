namespace FlowBuilder.Benchmarks.Neighbours;

/// <summary>How long B's customers waited.</summary>
/// <param name="Action">From accepted until the first action was committed; at least so long for what had not come at the end.</param>
/// <param name="Message">From accepted until the mail server had the message; likewise.</param>
/// <param name="WithoutAction">Had not come.</param>
/// <param name="WithoutMessage">Had not come.</param>
/// <param name="NotReady">Looks at <c>/health/ready</c> that were not answered with 200.</param>
internal sealed record Waits(TimeSpan[] Action, TimeSpan[] Message, int WithoutAction, int WithoutMessage, int NotReady)
{
    private static readonly TimeSpan Gate = TimeSpan.FromMilliseconds(500);

    /// <summary>Within the gate, everything there, ready all along.</summary>
    public bool IsWithinGate => At(Action, 0.99) <= Gate && At(Message, 0.99) <= Gate && WithoutMessage == 0 && NotReady == 0;

    public override string ToString() =>
        $"action {Words(Action)}, message "
            + $"{Words(Message)}{(WithoutAction + WithoutMessage > 0 ? $", {WithoutAction} without action and {WithoutMessage} without message at the end" : "")}{(NotReady > 0 ? $", {NotReady} looks not ready" : "")}";

    private static string Words(TimeSpan[] waits) =>
        $"p50 {At(waits, 0.5).TotalMilliseconds:0}, p99 {At(waits, 0.99).TotalMilliseconds:0} ms";

    private static TimeSpan At(TimeSpan[] waits, double share) => waits.Order().ElementAt((int)((waits.Length - 1) * share));
}
