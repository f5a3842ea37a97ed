using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Invoices;

/// <summary>The customer leaves a card or bank account to pay from.</summary>
[Step("payment-method-added", Title = "Payment method added", Icon = "add_card", Group = "Invoices and payments")]
public sealed record PaymentMethodAdded : TriggerStep
{
    /// <summary>Only this kind; null: any.</summary>
    [Display(Name = "Kind", Description = "Only a credit card, or only a bank account. Leave empty for either.")]
    public PaymentMethodKind? Kind { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.PaymentMethodAdded];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Kind is not { } kind
            || happened.Properties.Text("kind") == (kind == PaymentMethodKind.CreditCard ? "credit_card" : "bank_account");
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => Kind switch
    {
        PaymentMethodKind.CreditCard => "a credit card is added",
        PaymentMethodKind.BankAccount => "a bank account is added",
        null => "a card or bank account is added",
    };
}

/// <summary>What a customer pays from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethodKind>))]
public enum PaymentMethodKind
{
    /// <summary>A bank account.</summary>
    [JsonStringEnumMemberName("bank_account")] BankAccount,

    /// <summary>A credit card.</summary>
    [JsonStringEnumMemberName("credit_card")] CreditCard,
}
