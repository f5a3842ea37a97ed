using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Links;

/// <summary>Absolute addresses of our own doors, as they stand in messages. They begin with
/// <c>PublicUrl</c>, never with what a request says.</summary>
public sealed class MessageLinks
{
    private readonly LinkTokens _tokens;
    private readonly string _root;

    /// <param name="tokens">Signs.</param>
    /// <param name="publicUrl">The installation's address as customers reach it.</param>
    public MessageLinks(LinkTokens tokens, Uri publicUrl)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(publicUrl);
        _tokens = tokens;
        _root = publicUrl.AbsoluteUri.TrimEnd('/');
        IsHttps = publicUrl.Scheme == Uri.UriSchemeHttps;
    }

    /// <summary>Whether one-click headers may be sent (RFC 8058 wants https).</summary>
    public bool IsHttps { get; }

    /// <summary>What a token in an address of ours stands for; null when it is not one of ours or for another use.</summary>
    public LinkToken? Read(string? token, LinkUse use) => _tokens.Read(token, use);

    /// <summary>An address of ours as the outside knows it, for signatures over it: <paramref name="path"/> begins with a slash.</summary>
    public string Absolute(string path) => _root + path;

    /// <summary>The page on which a customer unsubscribes, and the target of the one-click call.</summary>
    public string Unsubscribe(CompanyId company, CustomerId customer, MessageId message) =>
        $"{_root}/u/{_tokens.Write(new(LinkUse.Unsubscribe, company, customer, message))}";

    /// <summary>The picture whose loading tells that an email was opened.</summary>
    public string Open(CompanyId company, CustomerId customer, MessageId message) =>
        $"{_root}/o/{_tokens.Write(new(LinkUse.Open, company, customer, message))}.gif";

    /// <summary>Stands for the link of a number in the message's stored HTML.</summary>
    public string Click(CompanyId company, CustomerId customer, MessageId message, int index) =>
        $"{_root}/c/{_tokens.Write(new(LinkUse.Click, company, customer, message, index))}";

    /// <summary>Where the provider reports what became of a text.</summary>
    public string TextReport(CompanyId company, CustomerId customer, MessageId message) =>
        $"{_root}/hooks/text/{_tokens.Write(new(LinkUse.TextReport, company, customer, message))}";

    /// <summary>Where the provider delivers a company's incoming texts; to be entered at the provider.</summary>
    public string TextWebhook(CompanyId company) =>
        $"{_root}/hooks/text/{_tokens.Write(new(LinkUse.TextWebhook, company, default, default))}";

    /// <summary>Whether an address is one of our own doors, not to be tracked.</summary>
    public bool IsOurs(string url) => url is not null && url.StartsWith(_root + "/", StringComparison.OrdinalIgnoreCase);
}
