using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Tests.Model.Events;

public sealed class BounceTests
{
    [Theory]
    [InlineData("""{"bounce_type":"soft","type":"Transient","reason":"mailbox full"}""", BounceKind.Soft)]
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
}
