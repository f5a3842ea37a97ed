using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Web.Components.Settings.Channels;

/// <summary>A message somebody sends by hand to see it arrive.</summary>
/// <param name="Channel">How it travels.</param>
/// <param name="To">Email address, phone number or web address, as typed.</param>
/// <param name="What">In the middle of a sentence: “a test email”, “the template “Welcome””.</param>
/// <param name="Action">The audit log's verb.</param>
public sealed record TestMessage(Channel Channel, string To, string What, string Action)
{
    public string? Subject { get; init; }

    public string? Html { get; init; }

    public string Text { get; init; } = "";

    /// <summary>What the line in the audit log is about: a template's key.</summary>
    public string? AuditSubject { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="IsGood">The provider took it.</param>
/// <param name="Words">What the provider said, or what to do.</param>
public sealed record TestAnswer(bool IsGood, string Words);
