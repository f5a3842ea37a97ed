using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Stepping;

/// <summary>What a provider tells after it has taken a message.</summary>
public sealed class DeliveryReportTests
{
    private readonly PureEngine _engine = new();

    private PureCustomer Emailed()
    {
        _engine.Publish(When(new FormSubmitted()).Then(new EmailCustomer { Template = "welcome" }, new AddTag { Tag = "emailed" }));
        return _engine.Customer();
    }

    [Fact]
    public void A_later_report_that_it_did_not_arrive_is_shown_and_the_run_has_gone_on()
    {
        var customer = Emailed();
        customer.Track("Form Submitted");
        customer.LastMessage.State.ShouldBe(MessageState.Sent);

        customer.Ask(new TurnInput.MessageAnswered(
            customer.LastMessage.Id, new ChannelAnswer.NotSent("The number is not in service.", Final: true)));

        customer.LastMessage.State.ShouldBe(MessageState.Failed);
        customer.LastMessage.Because.ShouldBe("The number is not in service.");
        customer.Steps.ShouldBe(["s1", "s2"]);
    }

    [Fact]
    public void A_provider_that_knows_of_an_opt_out_stops_further_texts()
    {
        var customer = Emailed();
        customer.Track("Form Submitted");

        customer.Ask(new TurnInput.MessageAnswered(
            customer.LastMessage.Id, new ChannelAnswer.NotSent("The customer replied STOP.", Final: true) { OptedOut = true }));

        customer.Facts.Customer.Consent.TextStopped.ShouldBeTrue();
    }
}
