using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Stepping;

public sealed class OutboxTests
{
    private readonly PureEngine _engine = new();

    private PureCustomer Emailed(OnFailure onFailure = OnFailure.Continue)
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new EmailCustomer { Template = "welcome", OnFailure = onFailure }, new AddTag { Tag = "emailed" })
            .StopWhen(All(new HasTag { Tag = "stop" }), new AddNote { Text = "stopped" }));
        return _engine.Customer();
    }

    [Fact]
    public void A_step_is_done_only_when_the_channel_has_answered()
    {
        var customer = Emailed();
        _engine.HasCapacity = false;
        customer.Track("Form Submitted");
        customer.Run()!.State.ShouldBe(EnrollmentState.Sending);
        customer.LastMessage.State.ShouldBe(MessageState.Waiting);
        customer.Steps.ShouldBeEmpty();

        _engine.HasCapacity = true;
        _engine.Drain();

        customer.Steps.ShouldBe(["s1", "s2"]);
        _engine.Provider.ShouldHaveSingleItem().EffectKey.ShouldBe($"1-{customer.Run()!.Id}-s1-1-0");
    }

    [Theory]
    [InlineData("""{"email_consent": false}""", "not agreed")]
    [InlineData("""{"email": null}""", "no email address")]
    public void Without_consent_or_address_it_is_skipped_and_the_run_goes_on(string traits, string because)
    {
        var customer = Emailed();
        customer.Identify(traits);

        customer.Track("Form Submitted");

        customer.Steps.ShouldBe(["s1 Skipped", "s2"]);
        customer.LastMessage.Because!.ShouldContain(because);
        customer.Decided(DecisionOutcome.Skipped).ShouldHaveSingleItem().ShouldContain(because);
        _engine.Provider.ShouldBeEmpty();
    }

    [Fact]
    public void Unsubscribing_stops_marketing_and_not_transactional_mail()
    {
        _engine.Writer.Transactional("receipt");
        _engine.Publish(When(new FormSubmitted()).Then(
            new EmailCustomer { Template = "offer" }, new EmailCustomer { Template = "receipt" }));
        var customer = _engine.Customer();

        customer.Ask(new TurnInput.ConsentGiven(ConsentChange.Unsubscribe, null));
        customer.Identify(new { email_consent = true });
        customer.Track("Form Submitted");

        customer.Raised.ShouldContain("Unsubscribed");
        customer.Sent.ShouldBe(["receipt"]);
        customer.Ask(new TurnInput.ConsentGiven(ConsentChange.Subscribe, null));
        customer.Track("Form Submitted");
        customer.Sent.ShouldBe(["receipt", "offer", "receipt"]);
    }

    [Fact]
    public void Texts_need_explicit_consent_and_wait_for_the_allowed_hours()
    {
        _engine.Publish(When(new FormSubmitted()).Then(new TextCustomer { Template = "text-hi" }));
        var silent = _engine.Customer("silent", isNew: true);
        silent.Identify(new { phone = "+15551234" });
        silent.Track("Form Submitted");
        silent.LastMessage.State.ShouldBe(MessageState.Skipped);

        var customer = _engine.Customer();
        _engine.Advance(TimeSpan.FromHours(12));
        customer.Track("Form Submitted");
        customer.LastMessage.State.ShouldBe(MessageState.Waiting);
        customer.LastMessage.Text.ShouldBeEmpty();
        customer.Identify(new { name = "Renamed" });
        _engine.Advance(TimeSpan.FromHours(11));

        customer.LastMessage.State.ShouldBe(MessageState.Sent);
        customer.LastMessage.Text.ShouldContain("Renamed");
        LocalClock.Local(customer.LastMessage.SentAt!.Value, _engine.Company.Zone).TimeOfDay.ShouldBe(TimeSpan.FromHours(8));
    }

    [Fact]
    public void Consent_taken_back_while_a_message_waits_beats_it()
    {
        _engine.Publish(When(new FormSubmitted()).Then(new TextCustomer { Template = "text-hi" }));
        var customer = _engine.Customer();
        _engine.Advance(TimeSpan.FromHours(12));
        customer.Track("Form Submitted");

        customer.Ask(new TurnInput.ConsentGiven(ConsentChange.StopTexts, null));
        _engine.Advance(TimeSpan.FromHours(24));

        customer.LastMessage.State.ShouldBe(MessageState.Skipped);
        customer.Steps.ShouldBe(["s1 Skipped"]);
    }

    [Fact]
    public void A_sequence_may_rather_skip_than_wait_for_the_hours()
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new TextCustomer { Template = "text-hi" })
            .With(new SequenceSettings { SkipOutsideHours = true }));
        var customer = _engine.Customer();
        _engine.Advance(TimeSpan.FromHours(12));

        customer.Track("Form Submitted");

        customer.Steps.ShouldBe(["s1 Skipped"]);
    }

    [Fact]
    public void The_frequency_cap_counts_marketing_messages_to_the_customer()
    {
        _engine.Company = _engine.Company with { FrequencyCap = new FrequencyCap(1, TimeSpan.FromDays(1)) };
        _engine.Publish(When(new FormSubmitted()).Then(
            new EmailCustomer { Template = "one" }, new EmailEmployee { To = "owner", Template = "staff" },
            new EmailCustomer { Template = "two" }));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");
        customer.Sent.ShouldBe(["one", "staff"]);
        _engine.Advance(TimeSpan.FromDays(1));
        customer.Track("Form Submitted");

        customer.Sent.ShouldBe(["one", "staff", "one", "staff"]);
    }

    [Fact]
    public void While_all_sending_is_stopped_messages_wait()
    {
        var customer = Emailed();
        _engine.Company = _engine.Company with { SendingStopped = true };
        customer.Track("Form Submitted");
        _engine.Advance(TimeSpan.FromHours(3));
        customer.LastMessage.State.ShouldBe(MessageState.Waiting);

        _engine.Company = _engine.Company with { SendingStopped = false };
        customer.Ask(new TurnInput.HoldsChanged(null, null));

        customer.Sent.ShouldBe(["welcome"]);
    }

    [Fact]
    public void A_message_to_several_people_is_done_when_all_have_an_answer()
    {
        _engine.Publish(When(new FormSubmitted()).Then(
            new TextEmployee { To = "role:office", Template = "text-staff" }, new AddTag { Tag = "told" }));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");

        customer.Rows.Messages.Select(message => message.State).ShouldBe([MessageState.Sent, MessageState.Skipped]);
        customer.Rows.Messages.Select(message => message.Part).ShouldBe([0, 1]);
        customer.Steps.ShouldBe(["s1", "s2"]);
    }
}
