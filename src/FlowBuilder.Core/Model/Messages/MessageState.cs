namespace FlowBuilder.Core.Model.Messages;

/// <summary>
/// A message begins as <see cref="Waiting"/> (put off) or <see cref="Sending"/> (committed before the call). The channel answers:
/// <i>sent</i> ends it; <i>not tried</i> puts it back to Waiting as if it had never left it; <i>not
/// sent</i> puts it back to Waiting for a retry or ends it as <see cref="Failed"/>; <i>maybe sent</i>
/// makes it <see cref="Unknown"/>, from which only a person moves it: to <see cref="Sent"/>, to <see cref="Cancelled"/>, or back to
/// <see cref="Sending"/>. A provider's own later report that it did not arrive moves Sent and
/// Unknown to Failed. Waiting may be cancelled by a stop or a person. Numbers are stored.
/// </summary>
public enum MessageState
{
    /// <summary>Put off: quiet hours, stopped sending, or a transport retry.</summary>
    Waiting = 0,

    /// <summary>Handed, or about to be handed, to the channel.</summary>
    Sending = 1,
    Sent = 2,

    /// <summary>Not sent on purpose: no consent, no address, cap, no provider.</summary>
    Skipped = 3,
    Failed = 4,

    /// <summary>May or may not have left; a person decides.</summary>
    Unknown = 5,

    /// <summary>A stop or a person came first.</summary>
    Cancelled = 6,
}
