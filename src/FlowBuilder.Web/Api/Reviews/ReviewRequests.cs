using FlowBuilder.Application.People;

namespace FlowBuilder.Web.Api.Reviews;

/// <summary>First messages in a reviewer's words.</summary>
internal sealed record EditRequest
{
    /// <summary>Where no <c>If-Match</c> header carries it.</summary>
    public string? Etag { get; init; }

    /// <summary>All that shall be edited; those not named have their template's words (again).</summary>
    public IReadOnlyList<EditedMessageRequest>? Messages { get; init; }
}

/// <summary>One message in a reviewer's words; the customer's links and the way out are put in when it leaves.</summary>
internal sealed record EditedMessageRequest
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
internal sealed record AskRequest
{
    /// <summary>The person's id; empty: nobody any more.</summary>
    public string? Colleague { get; init; }

    public string? Note { get; init; }
}

/// <summary>Until when it is put off.</summary>
internal sealed record SnoozeRequest
{
    /// <summary>Product time; null takes it back.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Carries the etag, where no <c>If-Match</c> header does.</summary>
internal sealed record ApproveRequest
{
    public string? Etag { get; init; }
}

/// <summary>Why not.</summary>
internal sealed record RejectRequest
{
    /// <summary>Told to whoever looks at the run later.</summary>
    public string? Reason { get; init; }

    /// <summary>Also do the stop actions that only tidy up.</summary>
    public bool TidyUp { get; init; }
}

/// <summary>Several decisions at once.</summary>
internal sealed record BulkRequest
{
    /// <summary>At most 200.</summary>
    public IReadOnlyList<BulkDecision>? Items { get; init; }
}

/// <summary>One of several decisions.</summary>
internal sealed record BulkDecision
{
    public string? Id { get; init; }

    /// <summary>approve or reject.</summary>
    public string? Decision { get; init; }

    /// <summary>Needed to approve.</summary>
    public string? Etag { get; init; }

    /// <summary>Needed to reject.</summary>
    public string? Reason { get; init; }

    public bool TidyUp { get; init; }
}

/// <summary>What came of each decision, in the order sent.</summary>
internal sealed record BulkResponse(IReadOnlyList<BulkOutcome> Items);

/// <summary>What came of one decision.</summary>
/// <param name="Id">Of the review.</param>
/// <param name="Status">The HTTP status it would have had alone: 200, 404, 409 or 412.</param>
/// <param name="Detail">Why not.</param>
/// <param name="Etag">The new etag after a 412.</param>
internal sealed record BulkOutcome(string Id, int Status, string? Detail = null, string? Etag = null);
