namespace FlowBuilder.Storage.Model.Accounts;

/// <summary>A browser that is signed in. The cookie names the row; without the row the cookie is
/// worth nothing. Table <c>sessions</c>.</summary>
public sealed class SessionRow
{
    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>System time.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>System time of the last call, exact to a minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Browser and system in words, such as “Firefox on Windows”.</summary>
    public string Device { get; set; } = "";

    /// <summary>Network address of the last call.</summary>
    public string? Address { get; set; }
}
