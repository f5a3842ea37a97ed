using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Tests.Model.Events;

public sealed class BounceTests
{
    [Theory]
    [InlineData("""{"bounce_type":"soft","type":"Transient","reason":"mailbox full"}""", BounceKind.Soft)]
    [InlineData("""{"Type":"Transient"}""", BounceKind.Soft)]
    [InlineData("""{"Type":"SoftBounce"}""", BounceKind.Soft)]
    [InlineData("""{"Type":"DnsError"}""", BounceKind.Soft)]
    [InlineData("""{"Type":"AutoResponder"}""", BounceKind.Soft)]
    [InlineData("""{"Type":"Blocked"}""", BounceKind.Soft)]
    [InlineData("""{"bounce":{"bounceType":"Transient"}}""", BounceKind.Soft)]
    [InlineData("""{"bounce":{"bounceType":"Permanent","bounceSubType":"General"}}""", BounceKind.Hard)]
    [InlineData("""{"bounce_classification":"Reputation"}""", BounceKind.Soft)]
    [InlineData("""{"bounce_classification":"Invalid Address"}""", BounceKind.Hard)]
    [InlineData("""{"bounce_class":"20"}""", BounceKind.Soft)]
    [InlineData("""{"bounce_class":60}""", BounceKind.Soft)]
    [InlineData("""{"bounce_class":"10"}""", BounceKind.Hard)]
    [InlineData("""{"event-data":{"severity":"temporary","recipient":"a@b.example"}}""", BounceKind.Soft)]
    [InlineData("""{"notificationType":"Complaint"}""", BounceKind.Complaint)]
    [InlineData("""{"eventType":"Complaint"}""", BounceKind.Complaint)]
    [InlineData("""{"complaint":{"complainedRecipients":[{"emailAddress":"a@b.example"}]}}""", BounceKind.Complaint)]
    [InlineData("""{"RecordType":"SpamComplaint"}""", BounceKind.Complaint)]
    [InlineData("""{"Type":"SpamComplaint"}""", BounceKind.Complaint)]
    [InlineData("""{"reason":"suppress-complaint"}""", BounceKind.Complaint)]
    [InlineData("""{"event":"dropped","reason":"Spam Reporting Address"}""", BounceKind.Complaint)]
    [InlineData("""{"feedback_type":"abuse"}""", BounceKind.Complaint)]
    [InlineData("""{"bounce_type":"Spam"}""", BounceKind.Complaint)]
    [InlineData("""{"type":"Transient"}""", BounceKind.Soft)]
    [InlineData("""{"bounceType":"Undetermined"}""", BounceKind.Soft)]
    [InlineData("""{"type":"SoftBounce"}""", BounceKind.Soft)]
    [InlineData("""{"type":"blocked"}""", BounceKind.Soft)]
    [InlineData("""{"severity":"temporary"}""", BounceKind.Soft)]
    [InlineData("""{"status":"4.2.2"}""", BounceKind.Soft)]
    [InlineData("""{"reason":"552 5.2.2 Mailbox full"}""", BounceKind.Soft)]
    [InlineData("""{"reason":"550 5.7.1 blocked by policy"}""", BounceKind.Soft)]
    [InlineData("""{"bounce_type":"hard"}""", BounceKind.Hard)]
    [InlineData("""{"type":"Permanent"}""", BounceKind.Hard)]
    [InlineData("""{"type":"HardBounce"}""", BounceKind.Hard)]
    [InlineData("""{"severity":"permanent"}""", BounceKind.Hard)]
    [InlineData("""{"status":"5.1.1"}""", BounceKind.Hard)]
    [InlineData("""{"reason":"550 5.1.1 user unknown"}""", BounceKind.Hard)]
    [InlineData("{}", BounceKind.Hard)]
    [InlineData("""{"type":"SpamComplaint"}""", BounceKind.Complaint)]
    [InlineData("""{"bounce_type":"complaint"}""", BounceKind.Complaint)]
    public void Providers_words_are_understood(string told, BounceKind kind) => Bounce.Read(Properties.Parse(told)).ShouldBe(kind);

    [Theory]
    [InlineData("""{"Email":"former@b.example"}""")]
    [InlineData("""{"Recipient":"former@b.example"}""")]
    [InlineData("""{"rcpt":"former@b.example"}""")]
    [InlineData("""{"rcpt_to":"former@b.example"}""")]
    [InlineData("""{"emailAddress":"former@b.example"}""")]
    [InlineData("""{"to_email":"former@b.example"}""")]
    [InlineData("""{"bouncedRecipients":["former@b.example"]}""")]
    [InlineData("""{"bounce":{"bouncedRecipients":[{"emailAddress":"former@b.example","status":"5.1.1"}]}}""")]
    [InlineData("""{"event-data":{"recipient":"former@b.example"}}""")]
    public void The_address_is_found_however_it_is_called(string told) =>
        Bounce.AddressOf(Properties.Parse(told)).ShouldBe("former@b.example");
}
