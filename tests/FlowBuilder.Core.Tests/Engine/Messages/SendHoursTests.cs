using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Messages;

/// <summary>Hours in which messages of a sequence may leave, where it has its own.</summary>
public sealed class SendHoursTests
{
    private readonly PureEngine _engine = new();

    [Fact]
    public void An_email_of_a_sequence_with_hours_of_its_own_waits_for_them_whatever_the_company_allows()
    {
        _engine.Company = _engine.Company with { EmailHours = new AllowedHours(new TimeOnly(0, 0), new TimeOnly(0, 0)) };
        _engine.Publish(When(new FormSubmitted())
            .Then(new EmailCustomer { Template = "welcome" })
            .With(new SequenceSettings { AllowedHours = Hour(5) }));
        var customer = _engine.Customer();
        MoveTo(new TimeOnly(12, 0));

        customer.Track("Form Submitted");
        customer.LastMessage.State.ShouldBe(MessageState.Waiting);
        customer.LastMessage.Because!.ShouldContain("5:00 AM and 6:00 AM");
        _engine.Advance(TimeSpan.FromHours(24));

        LocalClock.Local(customer.LastMessage.SentAt!.Value, _engine.Company.Zone).TimeOfDay.ShouldBe(TimeSpan.FromHours(5));
    }

    [Fact]
    public void Hours_of_its_own_stand_in_place_of_the_companys_for_emails()
    {
        _engine.Company = _engine.Company with { EmailHours = Hour(5) };
        _engine.Publish(When(new FormSubmitted())
            .Then(new EmailCustomer { Template = "welcome" })
            .With(new SequenceSettings { AllowedHours = Hour(12) }));
        var customer = _engine.Customer();
        MoveTo(new TimeOnly(12, 0));

        customer.Track("Form Submitted");

        customer.LastMessage.State.ShouldBe(MessageState.Sent);
    }

    [Fact]
    public void A_text_leaves_only_when_the_company_and_the_sequence_both_allow_it()
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new TextCustomer { Template = "text-hi" })
            .With(new SequenceSettings { AllowedHours = new AllowedHours(new TimeOnly(6, 0), new TimeOnly(9, 0)) }));
        var customer = _engine.Customer();
        MoveTo(new TimeOnly(12, 0));

        customer.Track("Form Submitted");
        customer.LastMessage.State.ShouldBe(MessageState.Waiting);
        _engine.Advance(TimeSpan.FromHours(24));

        LocalClock.Local(customer.LastMessage.SentAt!.Value, _engine.Company.Zone).TimeOfDay.ShouldBe(TimeSpan.FromHours(8));
    }

    [Fact]
    public void A_text_whose_hours_never_meet_those_of_the_company_is_skipped_and_says_so()
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new TextCustomer { Template = "text-hi" })
            .With(new SequenceSettings { AllowedHours = Hour(22) }));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");

        customer.Steps.ShouldBe(["s1 Skipped"]);
        customer.LastMessage.Because!.ShouldContain("never overlap");
    }

    private static AllowedHours Hour(int hour) => new(new TimeOnly(hour, 0), new TimeOnly(hour + 1, 0));

    private void MoveTo(TimeOnly time)
    {
        var local = LocalClock.Local(_engine.Now, _engine.Company.Zone);
        _engine.Advance(LocalClock.Resolve(local.Date.AddDays(1) + time.ToTimeSpan(), _engine.Company.Zone) - _engine.Now);
    }
}
