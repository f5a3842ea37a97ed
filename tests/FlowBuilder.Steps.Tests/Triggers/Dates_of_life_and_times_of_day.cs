using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Tests.Triggers;

/// <summary>Cases T01, T04, T09.</summary>
public sealed class Dates_of_life_and_times_of_day
{
    [Theory]
    [InlineData("1984-12-05")]
    [InlineData("1984-12-05T00:00:00.000Z")]
    [InlineData("1984-12-05T23:00:00-08:00")]
    [InlineData("12/05/1984")]
    [InlineData("5 Dec 1984")]
    [InlineData("12-05")]
    public void A_birthday_is_the_written_day(string birthday) =>
        Scene.Empty.WithField("birthday", birthday)
            .Moments("""{ "type": "yearly", "field": "birthday", "time": "09:00" }""").ShouldHaveSingleItem().At
            .ShouldBe(Scene.At("2026-12-05T14:00:00Z"));

    [Theory]
    [InlineData("""{ "type": "visit-before", "lead": "P1D" }""", "2026-06-19T13:00:00Z")]
    [InlineData("""{ "type": "visit-before", "lead": "P1D", "time": "17:30" }""", "2026-06-19T21:30:00Z")]
    public void Before_a_date_without_a_time_it_is_morning_or_the_time_that_is_set(string trigger, string at) =>
        Scene.Empty.After(EventNames.VisitAdded, "2026-06-01T12:00:00Z", """{ "start_at": "2026-06-20" }""", Scene.Visit)
            .Moments(trigger)
            .ShouldBe([new Moment(Scene.At(at), Scene.Visit)]);

    [Theory]
    [InlineData("1781960400")]
    [InlineData("1781960400000")]
    [InlineData("\"1781960400\"")]
    [InlineData("\"2026-06-20 13:00:00 UTC\"")]
    [InlineData("\"Sat, 20 Jun 2026 13:00:00 +0000\"")]
    [InlineData("\"2026-06-20T9:00\"")]
    [InlineData("\"6/20/2026 9:00 AM\"")]
    public void A_visit_is_reminded_of_however_its_date_is_written(string start) =>
        Scene.Empty.After(EventNames.VisitAdded, "2026-06-01T12:00:00Z", $$"""{ "start_at": {{start}} }""", Scene.Visit)
            .Moments("""{ "type": "visit-before", "lead": "P1D" }""").ShouldBe([new Moment(Scene.At("2026-06-19T13:00:00Z"), Scene.Visit)]);

    [Theory]
    [InlineData("", "without that date, end as failed", typeof(StepOutcome.Ends))]
    [InlineData(""", "ifNoDate": "stop" """, "without that date, stop", typeof(StepOutcome.Ends))]
    [InlineData(""", "ifNoDate": "continue" """, "without that date, continue right away", typeof(StepOutcome.Skips))]
    public void A_wait_for_a_date_that_is_none_never_just_goes_on(string setting, string words, Type outcome)
    {
        var wait = $$"""{ "type": "wait-until-date", "property": "start_at", "shift": "-P1D"{{setting}} }""";

        var nothing = Scene.Empty.Does(wait);
        var nonsense = Scene.Empty.WithField("start_at", "12/20/26x").Does(wait);

        nothing.ShouldBeOfType(outcome);
        nonsense.ShouldBeOfType(outcome);
        (nonsense is StepOutcome.Ends ends
            ? ends.Because
            : ((StepOutcome.Skips)nonsense).Because).ShouldBe("“12/20/26x”, the start date, is not a date");
        Scene.Step<WaitStep>(wait).Sentence(Names.Unknown).ShouldContain(words);
    }
}
