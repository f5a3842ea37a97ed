using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Messages;

/// <summary>What a message says; purged 180 days after its end. Table <c>message_bodies</c>.</summary>
public sealed class MessageBodyRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long MessageId { get; set; }

    public string? Html { get; set; }

    public string Text { get; set; } = "";
}
