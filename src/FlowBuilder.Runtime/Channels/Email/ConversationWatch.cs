using MailKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>
/// Listens in on a connection for the one thing that decides between <i>not sent</i> and <i>maybe sent</i>: whether the server has
/// said 354, after which the letter's content leaves. Until then nothing can have been delivered.
/// </summary>
internal sealed class ConversationWatch : IProtocolLogger
{
    private Action? _leaves;
    private bool _dataAsked;

    /// <summary>Whether the content of the letter under way has begun to leave.</summary>
    internal bool ContentBegan { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>A new letter begins.</summary>
    /// <param name="leaves">Called when the server has said 354, before any content leaves.</param>
    internal void Begin(Action leaves) => (_leaves, _dataAsked, ContentBegan) = (leaves, false, false);

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        if (!ContentBegan)
            _dataAsked = buffer.AsSpan(offset, count).EndsWith("DATA\r\n"u8) || buffer.AsSpan(offset, count).StartsWith("BDAT "u8);
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (_dataAsked && count > 0 && buffer[offset] == '3')
        {
            ContentBegan = true;
            _leaves?.Invoke();
        }

        _dataAsked = false;
    }

    public void Dispose()
    {
    }
}
