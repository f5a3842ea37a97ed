namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>The mail server offers no encryption, and nobody said that a password may be sent without.</summary>
internal sealed class PasswordInTheOpenException()
    : Exception("The mail server offers no encryption, and a user name and password are not sent in the open. Have the server offer STARTTLS, or set Email:Smtp:Tls to none where the way there is safe.");
