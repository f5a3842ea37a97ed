using MimeKit;

namespace FlowBuilder.Testing.Smtp;

/// <summary>Sender and recipients of the transaction a connection is in.</summary>
public sealed record SmtpEnvelope(string From, IReadOnlyList<string> To);

/// <summary>A message the sink has taken.</summary>
/// <param name="At">When, system time.</param>
/// <param name="From">Envelope sender.</param>
/// <param name="To">Envelope recipients.</param>
/// <param name="Raw">The content as it came, dots unstuffed.</param>
/// <param name="Message">The content parsed.</param>
public sealed record SmtpDelivery(DateTimeOffset At, string From, IReadOnlyList<string> To, byte[] Raw, MimeMessage Message);
