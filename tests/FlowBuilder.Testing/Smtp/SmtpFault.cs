namespace FlowBuilder.Testing.Smtp;

/// <summary>What the sink does instead of the usual. A closed set.</summary>
public abstract record SmtpFault
{
    private SmtpFault()
    {
    }

    /// <summary>Answers with an error, such as <c>550 No such user</c>.</summary>
    public sealed record Refuse(string Answer) : SmtpFault;

    /// <summary>Closes the connection without a word.</summary>
    public sealed record Drop : SmtpFault;

    /// <summary>Says nothing more until the sender gives up.</summary>
    public sealed record Stall : SmtpFault;
}
