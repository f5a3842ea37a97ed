namespace FlowBuilder.Web.Api.Reviews;

/// <summary>First messages in a reviewer's words.</summary>
internal sealed record EditCall
{
    /// <summary>Where no <c>If-Match</c> header carries it.</summary>
    public string? Etag { get; init; }

    /// <summary>All that shall be edited; those not named have their template's words (again).</summary>
    public IReadOnlyList<EditedMessageCall>? Messages { get; init; }
}

/// <summary>One message in a reviewer's words; the customer's links and the way out are put in when it leaves.</summary>
internal sealed record EditedMessageCall
{
    public string? Node { get; init; }

    /// <summary>Which of the node's messages, from 0.</summary>
    public int Part { get; init; }

    /// <summary>Emails only.</summary>
    public string? Subject { get; init; }

    /// <summary>Emails with a design only.</summary>
    public string? Html { get; init; }

    public string? Text { get; init; }
}

/// <summary>Who is asked to decide.</summary>
internal sealed record AskCall
{
    /// <summary>The person's id; empty: nobody any more.</summary>
    public string? Colleague { get; init; }

    public string? Note { get; init; }
}

/// <summary>Until when it is put off.</summary>
internal sealed record SnoozeCall
{
    /// <summary>Product time; null takes it back.</summary>
    public DateTimeOffset? Until { get; init; }
}
