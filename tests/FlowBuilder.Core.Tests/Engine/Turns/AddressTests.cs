using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Triggers.Start;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Turns;

/// <summary>A no belongs to the address: what the pure turn decides.</summary>
public sealed class AddressTests
{
    private readonly PureEngine _engine = new();

    public AddressTests() =>
        _engine.Publish(When(new FormSubmitted()).Then(new EmailCustomer { Template = "offer" }, new TextCustomer { Template = "text" }));

    private static readonly string[] Both = ["offer", "text"];

    private static string[] SentTo(PureCustomer customer)
    {
        var before = customer.Sent.Count;
        customer.Track("Form Submitted");
        return [.. customer.Sent.Skip(before)];
    }

    private AddressStatus Mail(string address) => _engine.Addresses.Of(_engine.Company, Channel.Email, address);

    [Fact]
    public void B05_who_shares_an_address_shares_its_unsubscribing()
    {
        var (one, other) = (_engine.Customer("a"), _engine.Customer("b"));
        one.Identify(new { email = "shared@example.test" });
        other.Identify(new { email = " Shared@EXAMPLE.test" });
        one.Ask(new TurnInput.ConsentGiven(ConsentChange.Unsubscribe, null));
        SentTo(other).ShouldBe(["text"]);
        other.LastMessage.State.ShouldBe(MessageState.Sent);
        other.Rows.Messages.First(message => message.Channel == Channel.Email).Because!.ShouldContain("unsubscribed");
    }

    [Fact]
    public void B03_a_stop_that_comes_as_an_event_stops()
    {
        var customer = _engine.Customer();
        customer.Track("Message Replied", new { channel = "sms", text = "Stop. Thank you" });
        customer.Facts.Customer.Consent.TextStopped.ShouldBeTrue();
        SentTo(customer).ShouldBe(["offer"]);
        customer.Raised.ShouldContain("Unsubscribed");
    }

    [Fact]
    public void B03_a_longer_reply_pauses_texts_until_a_person_has_decided()
    {
        var customer = _engine.Customer();
        customer.Track("Message Replied", new { channel = "text", text = "Can you please stop by the house tomorrow at noon?" });
        customer.Rows.ToDos.ShouldHaveSingleItem().Notes!.ShouldContain("stop by the house");
        SentTo(customer).ShouldBe(["offer"]);
        customer.LastMessage.State.ShouldBe(MessageState.Waiting);
    }

    [Theory]
    [InlineData("sms", true)]
    [InlineData("Text", true)]
    [InlineData("email", false)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" \u200b", false)]
    public void B04_the_channel_is_the_one_that_was_said(string? channel, bool stopsTexts)
    {
        var customer = _engine.Customer();
        customer.Track("Unsubscribed", new { channel });
        SentTo(customer).ShouldBe([stopsTexts ? "offer" : "text"]);
    }

    [Fact]
    public void B04_a_channel_nobody_knows_stops_everything()
    {
        var customer = _engine.Customer();
        customer.Track("Unsubscribed", new { channel = "carrier pigeon" });
        SentTo(customer).ShouldBeEmpty();
    }

    [Fact]
    public void B08_soft_bounces_block_only_the_third_time_in_30_days()
    {
        var customer = _engine.Customer();
        var soft = new { bounce_type = "soft", reason = "mailbox full" };
        customer.Track("Email Bounced", soft);
        SentTo(customer).ShouldBe(Both);
        _engine.Advance(TimeSpan.FromDays(1));
        customer.Track("Email Bounced", soft);
        SentTo(customer).ShouldBe(Both);
        _engine.Advance(TimeSpan.FromDays(1));
        customer.Track("Email Bounced", soft);
        SentTo(customer).ShouldBe(["text"]);
    }

    /// <summary>Providers tell late and in any order: what counts is when they came back.</summary>
    [Theory]
    [InlineData(0, 10, 20, true)]
    [InlineData(20, 10, 0, true)]
    [InlineData(10, 20, 0, true)]
    [InlineData(0, 20, 10, true)]
    [InlineData(0, 20, 40, false)]
    [InlineData(40, 20, 0, false)]
    [InlineData(20, 40, 0, false)]
    public void B08_three_soft_bounces_within_30_days_block_in_whatever_order_they_are_told(int first, int second, int third, bool blocks)
    {
        var customer = _engine.Customer();
        _engine.Advance(TimeSpan.FromDays(60));
        foreach (var daysAgo in (int[])[first, second, third])
            customer.Track("Email Bounced", new { bounce_type = "soft" }, at: _engine.Now - TimeSpan.FromDays(daysAgo));
        SentTo(customer).ShouldBe(blocks ? ["text"] : Both);
    }

    /// <summary>An address that cannot be read is somebody's: not the customer's.</summary>
    [Theory]
    [InlineData("not an address")]
    [InlineData("former@b.example")]
    public void B10_a_bounce_of_another_address_however_it_is_called_changes_nothing_here(string address)
    {
        var customer = _engine.Customer();
        foreach (var told in (object[])[new { email = address }, new { Recipient = address }, new { rcpt_to = address }])
            customer.Track("Email Bounced", told);
        SentTo(customer).ShouldBe(Both);
    }

    [Fact]
    public void A_yes_of_a_person_without_an_address_is_theirs_and_that_of_the_address_they_name()
    {
        var customer = _engine.Customer();
        customer.Track("Unsubscribed", new { channel = "email" });
        customer.Identify(new { email = (string?)null });
        _engine.Advance(TimeSpan.FromHours(1));
        customer.Track("Subscribed", new { channel = "email", email = "New@b.example" });
        customer.Facts.Customer.Consent.Unsubscribed.ShouldBeFalse();
        customer.Identify(new { email = "new@b.example" });
        SentTo(customer).ShouldBe(Both);
    }

    [Fact]
    public void A_yes_about_another_address_is_no_yes_to_the_one_the_customer_has()
    {
        var customer = _engine.Customer();
        customer.Track("Unsubscribed", new { channel = "email" });
        _engine.Advance(TimeSpan.FromHours(1));
        customer.Track("Subscribed", new { channel = "email", email = "other@b.example" });
        SentTo(customer).ShouldBe(["text"]);
        customer.Track("Subscribed", new { channel = "email", email = " C1@EXAMPLE.test " });
        SentTo(customer).ShouldBe(Both);
    }

    [Fact]
    public void B08_soft_bounces_far_apart_or_with_a_delivery_between_do_not_block()
    {
        var customer = _engine.Customer();
        var soft = new { bounce_type = "soft" };
        for (var time = 0; time < 5; time++)
        {
            customer.Track("Email Bounced", soft);
            _engine.Advance(TimeSpan.FromDays(16));
        }

        Mail("c1@example.test").Holding(SuppressionReason.Bounced).ShouldBeNull();
        for (var time = 0; time < 5; time++)
        {
            customer.Track("Email Bounced", soft);
            _engine.Advance(TimeSpan.FromHours(1));
            customer.Track("Email Delivered");
        }

        Mail("c1@example.test").Holding(SuppressionReason.Bounced).ShouldBeNull();
        SentTo(customer).ShouldBe(Both);
    }

    [Fact]
    public void B09_a_late_bounce_of_a_former_address_leaves_the_new_one_alone()
    {
        var customer = _engine.Customer();
        SentTo(customer).ShouldBe(Both);
        var old = customer.Rows.Messages.First(message => message.Channel == Channel.Email);
        customer.Identify(new { email = "new@example.test" });
        customer.Track("Email Bounced", new { message_id = old.Id.ToString() });
        SentTo(customer).ShouldBe(Both);
        Mail("c1@example.test")
            .Holding(SuppressionReason.Bounced)
            .ShouldNotBeNull("the address it was about does not work, whoever gets it next");
    }

    [Fact]
    public void B10_a_bounce_about_another_address_changes_nothing_here()
    {
        var customer = _engine.Customer();
        customer.Track("Email Bounced", new { email = "other@example.test", bounce_type = "hard" });
        SentTo(customer).ShouldBe(Both);
    }

    [Fact]
    public void A_bounce_with_no_kind_blocks_even_what_is_not_marketing()
    {
        _engine.Writer.Transactional("offer");
        var customer = _engine.Customer();
        customer.Track("Email Bounced");
        SentTo(customer).ShouldBe(["text"]);
    }

    [Fact]
    public void B12_a_yes_ends_the_no_and_only_one_that_is_not_newer()
    {
        var customer = _engine.Customer();
        customer.Track("Unsubscribed");
        customer.Track("Subscribed", new { channel = "email", source = "website" }, at: _engine.Now.AddDays(-1));
        SentTo(customer).ShouldBe(["text"], "the no is newer");
        _engine.Advance(TimeSpan.FromMinutes(1));
        customer.Track("Subscribed", new { channel = "email", source = "website" });
        SentTo(customer).ShouldBe(Both);
        customer.Track("Unsubscribed", new { channel = "email" }, at: _engine.Now.AddHours(-2));
        SentTo(customer).ShouldBe(Both, "the yes was said after this no, which only arrived late");
    }

    [Fact]
    public void B12_no_trait_no_import_and_no_sequence_is_a_yes()
    {
        _engine.Publish(When(new CustomEvent { Name = "Cheat" }).Then(new RaiseEvent { Name = "Subscribed" }));
        var customer = _engine.Customer();
        customer.Track("Unsubscribed");
        _engine.Advance(TimeSpan.FromMinutes(1));
        customer.Identify(new { email_consent = true });
        customer.Identify("""{"email_consent":true,"context.optIn":{"source":"x"}}""", imported: true);
        customer.Track("Subscribed", new { channel = "email" }, imported: true);
        customer.Track("Cheat");
        SentTo(customer).ShouldBe(["text"]);
    }

    [Fact]
    public void B06_erasing_leaves_the_no_with_the_address()
    {
        var customer = _engine.Customer();
        customer.Track("Unsubscribed");
        customer.Identify(new { email = "moved@example.test" });
        customer.Ask(new TurnInput.Erase());
        Mail("MOVED@example.test").Holding(SuppressionReason.Unsubscribed).ShouldNotBeNull();
        Mail("c1@example.test").Holding(SuppressionReason.Unsubscribed).ShouldNotBeNull();
    }
}
