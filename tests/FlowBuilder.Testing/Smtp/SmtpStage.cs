namespace FlowBuilder.Testing.Smtp;

/// <summary>Where in a conversation the sink may misbehave.</summary>
public enum SmtpStage
{
    /// <summary>In place of the greeting.</summary>
    Connect,
    Hello,
    Login,
    Mail,
    Recipient,

    /// <summary>At the DATA command, before any content.</summary>
    Data,

    /// <summary>Content has come whole; the message is not taken.</summary>
    Content,

    /// <summary>The message is taken (and in the ledger), the answer not yet given.</summary>
    Taken,
}
