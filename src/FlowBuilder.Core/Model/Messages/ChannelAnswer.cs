namespace FlowBuilder.Core.Model.Messages;

/// <summary>What a channel says of one attempt. A closed set: the three answers, that it was not
/// even tried, and that there is no provider.</summary>
public abstract record ChannelAnswer
{
    private ChannelAnswer()
    {
    }

    /// <summary>The provider took it.</summary>
    public sealed record Sent(string? ProviderId) : ChannelAnswer;

    /// <summary>It certainly did not leave. <paramref name="Final"/>: trying again will not help.
    /// <paramref name="AfterAtLeast"/>: the provider asked to wait so long.</summary>
    public sealed record NotSent(string Because, bool Final, bool Bounced = false, TimeSpan? AfterAtLeast = null) : ChannelAnswer
    {
        /// <summary>The provider says that the person has opted out (STOP) and takes no more for this number.</summary>
        public bool OptedOut { get; init; }

        /// <summary>The provider could not be reached, did not answer or had an error of its own:
        /// it says nothing about this message.</summary>
        public bool ProviderFailed { get; init; }
    }

    /// <summary>
    /// Nobody was called: it goes back to waiting, and the attempt does not count. <paramref name="Because"/> is told while it waits;
    /// <paramref name="Wait"/>: how long at least, by the system clock; null: not at all.
    /// </summary>
    public sealed record NotTried(string? Because, TimeSpan? Wait = null) : ChannelAnswer;

    /// <summary>It may have left: never sent again silently.</summary>
    public sealed record MaybeSent(string Because) : ChannelAnswer;

    /// <summary>There is nobody to send through: skipped.</summary>
    public sealed record NoProvider(string Because) : ChannelAnswer;
}
