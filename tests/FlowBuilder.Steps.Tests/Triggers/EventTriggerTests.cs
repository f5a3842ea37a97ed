using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Tests.Triggers;

public sealed class EventTriggerTests
{
    [Theory]
    [InlineData("customer-added", "Customer Added", null)]
    [InlineData("estimate-sent", "Estimate Sent", "estimate")]
    [InlineData("estimate-accepted", "Estimate Accepted", "estimate")]
    [InlineData("estimate-declined", "Estimate Declined", "estimate")]
    [InlineData("estimate-changes-requested", "Estimate Changes Requested", "estimate")]
    [InlineData("estimate-accepted-or-declined", "Estimate Accepted", "estimate")]
    [InlineData("estimate-accepted-or-declined", "Estimate Declined", "estimate")]
    [InlineData("invoice-created", "Invoice Created", "invoice")]
    [InlineData("invoice-past-due", "Invoice Past Due", "invoice")]
    [InlineData("invoice-paid", "Invoice Paid", "invoice")]
    [InlineData("payment-made", "Payment Made", "payment")]
    [InlineData("payment-failed", "Payment Failed", "payment")]
    [InlineData("payment-method-added", "Payment Method Added", null)]
    [InlineData("visit-added", "Visit Added", "visit")]
    [InlineData("visit-started", "Visit Started", "visit")]
    [InlineData("visit-completed", "Visit Completed", "visit")]
    [InlineData("visit-cancelled", "Visit Cancelled", "visit")]
    [InlineData("meeting-added", "Meeting Added", "meeting")]
    [InlineData("meeting-completed", "Meeting Completed", "meeting")]
    [InlineData("todo-added", "To-Do Added", "todo")]
    [InlineData("todo-completed", "To-Do Completed", "todo")]
    [InlineData("maintenance-added", "Maintenance Added", "maintenance")]
    [InlineData("maintenance-completed", "Maintenance Completed", "maintenance")]
    [InlineData("job-started", "Job Started", "job")]
    [InlineData("job-stopped", "Job Stopped", "job")]
    [InlineData("review-received", "Review Received", "review")]
    [InlineData("form-submitted", "Form Submitted", null)]
    [InlineData("reply-received", "Message Replied", null)]
    [InlineData("email-opened", "Email Opened", null)]
    [InlineData("link-clicked", "Link Clicked", null)]
    [InlineData("email-bounced", "Email Bounced", null)]
    [InlineData("unsubscribed", "Unsubscribed", null)]
    [InlineData("manual", "Enrolled By Hand", null)]
    [InlineData("started-by-sequence", "Sequence Started", null)]
    public void It_fires_on_its_event_and_its_run_belongs_to_that_record(string id, string name, string? record)
    {
        var trigger = Scene.Step<TriggerStep>($$"""{ "type": "{{id}}" }""");

        trigger.ListensTo.ShouldContain(name);
        trigger.Answers(Scene.Empty.Happens(name), Scene.Empty.Facts).ShouldBeTrue();
        trigger.RecordType.ShouldBe(record);
    }

    [Theory]
    [InlineData("""{ "type": "tag-added", "tag": "VIP" }""", "Tag Added", """{ "tag": "vip" }""", true)]
    [InlineData("""{ "type": "tag-added", "tag": "vip" }""", "Tag Added", """{ "tag": "other" }""", false)]
    [InlineData("""{ "type": "tag-removed", "tag": "vip" }""", "Tag Removed", """{ "tag": "vip" }""", true)]
    [InlineData("""{ "type": "tag-removed", "tag": "vip" }""", "Tag Added", """{ "tag": "vip" }""", false)]
    [InlineData(
        """{ "type": "field-changed", "field": "city" }""", "Field Changed", """{ "field": "city", "from": "Troy", "to": null }""", true)]
    [InlineData("""{ "type": "field-changed", "field": "city" }""", "Field Changed", """{ "field": "zip", "to": "1" }""", false)]
    [InlineData(
        """{ "type": "field-changed", "field": "status", "from": "lead", "to": "active" }""", "Field Changed",
        """{ "field": "status", "from": "lead", "to": "Active" }""", true)]
    [InlineData(
        """{ "type": "field-changed", "field": "status", "from": "lead" }""", "Field Changed",
        """{ "field": "status", "from": "former", "to": "active" }""", false)]
    [InlineData(
        """{ "type": "payment-method-added", "kind": "credit_card" }""", "Payment Method Added", """{ "kind": "credit_card" }""", true)]
    [InlineData(
        """{ "type": "payment-method-added", "kind": "credit_card" }""", "Payment Method Added", """{ "kind": "bank_account" }""", false)]
    [InlineData("""{ "type": "review-received", "maxRating": 3 }""", "Review Received", """{ "rating": 3 }""", true)]
    [InlineData("""{ "type": "review-received", "maxRating": 3 }""", "Review Received", """{ "rating": "4" }""", false)]
    [InlineData("""{ "type": "review-received", "minRating": 4 }""", "Review Received", """{ }""", false)]
    [InlineData("""{ "type": "form-submitted", "form": "Quote" }""", "Form Submitted", """{ "form": "quote" }""", true)]
    [InlineData("""{ "type": "form-submitted", "form": "Quote" }""", "Form Submitted", """{ "form": "contact" }""", false)]
    [InlineData("""{ "type": "reply-received", "channel": "text" }""", "Message Replied", """{ "channel": "text" }""", true)]
    [InlineData("""{ "type": "reply-received", "channel": "text" }""", "Message Replied", """{ "channel": "email" }""", false)]
    [InlineData("""{ "type": "email-opened", "template": "welcome" }""", "Email Opened", """{ "message_id": 3 }""", true)]
    [InlineData("""{ "type": "email-opened", "template": "welcome" }""", "Email Opened", """{ "message_id": "4" }""", false)]
    [InlineData("""{ "type": "link-clicked", "url": "/offer" }""", "Link Clicked", """{ "url": "https://example.com/Offer?x=1" }""", true)]
    [InlineData("""{ "type": "link-clicked", "template": "bye" }""", "Link Clicked", """{ "message_id": "3" }""", false)]
    [InlineData("""{ "type": "custom-event", "name": "Gate Opened" }""", "Gate Opened", """{ }""", true)]
    [InlineData("""{ "type": "custom-event", "name": "Gate Opened" }""", "Gate opened", """{ }""", false)]
    [InlineData(
        """{ "type": "custom-event", "name": "Gate Opened", "where": [{ "property": "a", "op": "is", "value": 1 }, { "property": "b", "op": "not-empty" }] }""",
        "Gate Opened", """{ "a": 1, "b": 2 }""", true)]
    [InlineData(
        """{ "type": "custom-event", "name": "Gate Opened", "where": [{ "property": "a", "op": "is", "value": 1 }, { "property": "b", "op": "not-empty" }] }""",
        "Gate Opened", """{ "a": 1 }""", false)]
    public void Its_settings_decide(string trigger, string name, string properties, bool fires) =>
        Scene.Empty.WithMessage(new Message
        {
            Id = new MessageId(3), Customer = new CustomerId(7), Channel = Channel.Email, State = MessageState.Sent, Template = "Welcome",
            CreatedAt = Scene.Empty.Now
        })
            .Fires(trigger, Scene.Empty.Happens(name, properties)).ShouldBe(fires);

    [Fact]
    public void By_hand_and_by_another_sequence_the_run_may_belong_to_any_record()
    {
        foreach (var id in new[] { "manual", "started-by-sequence", "custom-event" })
            Scene.Step<TriggerStep>($$"""{ "type": "{{id}}" }""").AnyRecord.ShouldBeTrue(id);
        Scene.Step<TriggerStep>("""{ "type": "custom-event", "name": "Estimate Viewed" }""").RecordType.ShouldBe("estimate");
    }
}
