namespace FlowBuilder.Core.Model.Customers;

/// <summary>What a customer agreed to. A person's own opt-out beats any trait a sender delivers, until they opt in themselves.</summary>
public sealed record Consent
{
    /// <summary>Nothing said yet.</summary>
    public static Consent Unsaid { get; } = new();

    /// <summary>The <c>email_consent</c> trait; null when never told.</summary>
    public bool? Email { get; init; }

    /// <summary>The <c>sms_consent</c> trait; null when never told.</summary>
    public bool? Text { get; init; }

    /// <summary>The person unsubscribed from marketing email themselves.</summary>
    public bool Unsubscribed { get; init; }

    /// <summary>The person answered STOP to a text.</summary>
    public bool TextStopped { get; init; }
}
