using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Triggers;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Triggers.Meetings;
using FlowBuilder.Steps.Triggers.ToDos;
using FlowBuilder.Steps.Triggers.Visits;

namespace FlowBuilder.Steps.Tests.Triggers;

/// <summary>Triggers that say what they listen to in one line.</summary>
public sealed class DeclaredTriggerTests
{
    [Fact]
    public void What_it_listens_to_is_no_part_of_its_value()
    {
        new VisitAdded().ShouldBe(new VisitAdded());
        new VisitAdded().GetHashCode().ShouldBe(new VisitAdded().GetHashCode());
        ((TriggerStep)new VisitAdded()).ShouldNotBe(new VisitCancelled());
    }

    [Fact]
    public void A_while_before_is_compared_by_its_settings()
    {
        new ToDoBefore { Lead = Duration.OfDays(1) }.ShouldBe(new ToDoBefore { Lead = Duration.OfDays(1) });
        new ToDoBefore { Lead = Duration.OfDays(1) }.ShouldNotBe(new ToDoBefore { Lead = Duration.OfDays(2) });
        ((BeforeTrigger)new ToDoBefore()).ShouldNotBe(new MeetingBefore());
    }

    [Fact]
    public void It_says_its_sentence_its_events_and_the_dates_that_have_come()
    {
        var trigger = new EstimateAcceptedOrDeclined();
        trigger.Sentence(new Names()).ShouldBe("an estimate is accepted or declined");
        trigger.ListensTo.ShouldBe([EventNames.EstimateAccepted, EventNames.EstimateDeclined]);
        trigger.KnownDates.ShouldBe([new KnownDate("sent_at", Duration.Zero)]);
        trigger.RecordType.ShouldBe("estimate");
    }
}
