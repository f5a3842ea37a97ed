namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>The mail server offers no encryption, and nobody said that a password may be sent without.</summary>
internal sealed class PasswordInTheOpenException()
    : Exception(
        "The mail server offers no encryption, and a user name and password are never sent unencrypted. Have the server offer STARTTLS, or "
            + "set Email:Smtp:Tls to none if the connection is safe.");
