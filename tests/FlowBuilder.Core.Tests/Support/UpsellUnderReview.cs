using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Support;

/// <summary>A sequence behind Review Before Execution, and a customer who waits there.</summary>
internal static class UpsellUnderReview
{
    public static Draw Gated => When(new EstimateSent(), "Upsell")
        .And(None(new HasTag { Tag = "no-upsell" }))
        .Then(
            new AddTag { Tag = "upsell" }, new EmailCustomer { Template = "offer" }, new WaitFor { Duration = Duration.OfDays(1) },
            new EmailCustomer { Template = "second" })
        .StopWhen(
            Any(new EventHappened { Event = EventNames.EstimateDeclined, Since = EventSince.Enrollment }), new RemoveTag { Tag = "upsell" },
            new EmailCustomer { Template = "sorry" }, new AddNote { Text = "tidied" })
        .With(new SequenceSettings
        {
            ReEntry = new ReEntry.Always(), ReviewBeforeExecution = true, ReviewExpiresAfter = Duration.OfDays(3)
        });

    public static PureCustomer Waiting(PureEngine engine)
    {
        engine.Publish(Gated);
        var customer = engine.Customer();
        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        return customer;
    }

    public static TurnAnswer Approve(PureCustomer customer, string? etag = null) =>
        customer.Ask(new TurnInput.Approve(customer.Review.Id, etag ?? customer.Review.Etag, "Olive"));
}
