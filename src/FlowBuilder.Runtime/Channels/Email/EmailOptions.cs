namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Settings under <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>Sender of every email: an address, or <c>Name &lt;address&gt;</c>. Without a name
    /// the company's is shown. Default: the company's own address.</summary>
    public string? From { get; set; }

    /// <summary>Whether links and opening are tracked in emails to customers. Default yes.</summary>
    public bool Track { get; set; } = true;

    /// <summary>Where .eml files go when no server is set; default <c>data/outbox</c> under the content root.</summary>
    public string? Outbox { get; set; }

    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Settings under <c>Email:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>The most connections there can be.</summary>
    public const int MostConnections = 50;

    /// <summary>The mail server. Empty: emails are written as .eml files.</summary>
    public string? Host { get; set; }

    /// <summary>Default 25, or 465 with <see cref="SmtpTls.Tls"/>, 587 with <see cref="SmtpTls.StartTls"/>.</summary>
    public int? Port { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Default <see cref="SmtpTls.WhenOffered"/>. User name and password go over an
    /// encrypted connection only, unless this says <see cref="SmtpTls.None"/>.</summary>
    public SmtpTls Tls { get; set; }

    /// <summary>Connections at once, 1 to 50. Default 5; one in four is kept for companies that have none.</summary>
    public int Connections { get; set; } = 5;

    /// <summary>How long one conversation step may take before it counts as broken. Default 60 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);
}

/// <summary>How a connection to a mail server is protected.</summary>
public enum SmtpTls
{
    /// <summary>Begins in the open and is encrypted when the server offers it.</summary>
    WhenOffered,

    /// <summary>In the open, whatever the server offers: only where the way there is safe by itself.</summary>
    None,

    /// <summary>Begins in the open, then must be encrypted.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,
}
