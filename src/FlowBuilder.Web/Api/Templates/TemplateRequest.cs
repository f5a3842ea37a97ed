using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Web.Api.Templates;

/// <summary>What <c>PUT /templates/{key}</c> takes.</summary>
internal sealed record TemplateRequest
{
    /// <summary>What marketers call it; the key when left out.</summary>
    public string? Name { get; init; }

    /// <summary>email or text.</summary>
    public Channel? Channel { get; init; }

    /// <summary>marketing (default) or transactional.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>Emails only. Liquid.</summary>
    public string? Subject { get; init; }

    /// <summary>Emails only. Liquid; merge fields are HTML-encoded.</summary>
    public string? Html { get; init; }

    /// <summary>The text message, or the text part of an email (made from the HTML when left out).</summary>
    public string? Text { get; init; }
}
