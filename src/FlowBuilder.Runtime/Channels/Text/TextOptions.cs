namespace FlowBuilder.Runtime.Channels.Text;

/// <summary>Settings under <c>Text</c>: a provider that speaks Twilio's Messages API. Without an account texts are skipped.</summary>
public sealed class TextOptions
{
    public const string Section = "Text";

    /// <summary>Default <c>https://api.twilio.com</c>.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The account's SID.</summary>
    public string? Account { get; set; }

    /// <summary>The account's token: password of our calls, and the key the provider signs its own with.</summary>
    public string? Token { get; set; }

    /// <summary>The number texts come from, or the SID of a messaging service (<c>MG...</c>).</summary>
    public string? From { get; set; }

    /// <summary>Default 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a provider.</summary>
    public bool IsConfigured =>
        !string.IsNullOrWhiteSpace(Account) && !string.IsNullOrWhiteSpace(Token) && !string.IsNullOrWhiteSpace(From);
}
