using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Tests.Conditions;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("""{ "type": "has-tag", "tag": "vip" }""", "the customer has the tag “vip”")]
    [InlineData("""{ "type": "has-tag", "tag": "vip", "not": true }""", "the customer does not have the tag “vip”")]
    [InlineData("""{ "type": "has-record", "recordType": "estimate", "status": ["sent"] }""", "the customer has an estimate that is sent")]
    [InlineData("""{ "type": "has-record", "recordType": "todo" }""", "the customer has a to-do")]
    [InlineData("""{ "type": "has-record", "recordType": "maintenance" }""", "the customer has maintenance")]
    [InlineData("""{ "type": "has-record", "recordType": "visit", "not": true }""", "the customer has no visit")]
    [InlineData("""{ "type": "record-property", "property": "due_at", "op": "empty" }""", "the record's due date is empty")]
    public void It_reads_as_people_say_it(string condition, string words) =>
        Scene.Step<ConditionStep>(condition).Sentence(Names.Unknown).ShouldBe(words);

    private static readonly Scene Known = Scene.Empty
        .WithField("city", "Troy")
        .WithField("status", "lead")
        .WithField("type", "residential")
        .WithField("assigned_to", "max")
        .WithField("contract_end", "2026-06-20")
        .WithTag("VIP")
        .After(
            EventNames.EstimateSent, "2026-06-08T12:00:00Z", """{ "total": 640, "due_at": "2026-06-12T12:00:00Z" }""", Scene.Estimate,
            seq: 100)
        .After(EventNames.VisitAdded, "2026-06-08T12:00:00Z", """{ "start_at": "2026-06-20T13:00:00Z" }""", Scene.Visit, seq: 110)
        .About(Scene.Estimate)
        .StartedBy(EventNames.EstimateSent, """{ "total": 640, "service": "Mowing" }""")
        .WithRun(EnrollmentState.Done);

    [Theory]
    [InlineData("""{ "type": "has-tag", "tag": "vip" }""", true)]
    [InlineData("""{ "type": "has-tag", "tag": "vip", "not": true }""", false)]
    [InlineData("""{ "type": "has-tag", "tag": "gold" }""", false)]
    [InlineData("""{ "type": "field", "field": "city", "op": "is", "value": "troy" }""", true)]
    [InlineData("""{ "type": "field", "field": "zip", "op": "empty" }""", true)]
    [InlineData("""{ "type": "field", "field": "tags", "op": "contains", "value": "vip" }""", true)]
    [InlineData("""{ "type": "event-property", "property": "service", "op": "starts-with", "value": "mow" }""", true)]
    [InlineData("""{ "type": "event-property", "property": "total", "op": "less", "value": 500 }""", false)]
    [InlineData("""{ "type": "record-property", "property": "total", "op": "greater", "value": 500 }""", true)]
    [InlineData("""{ "type": "record-property", "property": "status", "op": "is", "value": "sent" }""", true)]
    [InlineData("""{ "type": "customer-status", "in": ["active", "lead"] }""", true)]
    [InlineData("""{ "type": "customer-status", "in": ["former"] }""", false)]
    [InlineData("""{ "type": "customer-type", "in": ["Residential"] }""", true)]
    [InlineData("""{ "type": "in-sequence", "sequence": "11111111-2222-3333-4444-555555555555" }""", false)]
    [InlineData("""{ "type": "in-sequence", "sequence": "11111111-2222-3333-4444-555555555555", "state": "done" }""", true)]
    [InlineData("""{ "type": "in-sequence", "sequence": "11111111-2222-3333-4444-555555555555", "state": "ever" }""", true)]
    [InlineData("""{ "type": "in-sequence", "sequence": "11111111-2222-3333-4444-555555555555", "state": "stopped" }""", false)]
    [InlineData("""{ "type": "has-record", "recordType": "estimate" }""", true)]
    [InlineData("""{ "type": "has-record", "recordType": "estimate", "status": ["accepted"] }""", false)]
    [InlineData(
        """{ "type": "has-record", "recordType": "estimate", "status": ["sent"], "where": [{ "property": "total", "op": "between", "value": [600, 700] }] }""",
        true)]
    [InlineData("""{ "type": "has-record", "recordType": "invoice", "not": true }""", true)]
    [InlineData("""{ "type": "assigned-to", "user": "max" }""", true)]
    [InlineData("""{ "type": "assigned-to", "user": "user:olga" }""", false)]
    [InlineData("""{ "type": "event-happened", "event": "Estimate Sent" }""", true)]
    [InlineData("""{ "type": "event-happened", "event": "Estimate Sent", "since": "enrollment" }""", false)]
    [InlineData("""{ "type": "event-happened", "event": "Visit Added", "since": "enrollment" }""", true)]
    [InlineData("""{ "type": "event-happened", "event": "Visit Added", "since": "enrollment", "record": "same" }""", false)]
    [InlineData("""{ "type": "event-happened", "event": "Estimate Sent", "atLeast": 2 }""", false)]
    [InlineData("""{ "type": "event-happened", "event": "Estimate Sent", "within": "P3D" }""", true)]
    [InlineData("""{ "type": "event-happened", "event": "Estimate Sent", "within": "P2D" }""", false)]
    [InlineData("""{ "type": "event-happened", "event": "Estimate Sent", "within": "P2D", "not": true }""", true)]
    [InlineData("""{ "type": "days-since", "event": "Visit Added", "op": "is", "days": 2 }""", true)]
    [InlineData("""{ "type": "days-since", "event": "Visit Added", "op": "greater", "days": 2 }""", false)]
    [InlineData("""{ "type": "days-since", "event": "Visit Completed", "op": "at-least", "days": 0 }""", false)]
    [InlineData("""{ "type": "days-since", "field": "contract_end", "op": "less", "days": 0 }""", true)]
    [InlineData("""{ "type": "day-and-time", "days": ["wed"], "from": "11:00", "to": "13:00" }""", true)]
    [InlineData("""{ "type": "day-and-time", "days": ["wed"], "from": "12:01", "to": "13:00" }""", false)]
    [InlineData("""{ "type": "day-and-time", "days": ["thu"], "from": "11:00", "to": "13:00" }""", false)]
    [InlineData("""{ "type": "season", "from": "03-15", "to": "06-10" }""", true)]
    [InlineData("""{ "type": "season", "from": "11-01", "to": "06-09" }""", false)]
    [InlineData("""{ "type": "season", "from": "11-01", "to": "06-10" }""", true)]
    public void It_answers(string condition, bool holds) => Known.Holds(condition).ShouldBe(holds);

    [Fact]
    public void Only_the_same_estimate_counts_as_the_same()
    {
        const string stop = """{ "type": "event-happened", "event": "Estimate Accepted", "since": "enrollment", "record": "same" }""";
        var other = Known.After(EventNames.EstimateAccepted, "2026-06-09T12:00:00Z", record: new RecordKey("estimate", "E-2"));

        other.Holds(stop).ShouldBeFalse();
        other.Holds(stop.Replace("same", "any", StringComparison.Ordinal)).ShouldBeTrue();
        other.Holds("""{ "type": "event-happened", "event": "Estimate Accepted" }""").ShouldBeFalse("left open, it is the same estimate");
        other.After(EventNames.EstimateAccepted, "2026-06-09T13:00:00Z", record: Scene.Estimate).Holds(stop).ShouldBeTrue();
        Known.After(EventNames.InvoicePaid, "2026-06-09T12:00:00Z", record: new RecordKey("invoice", "I-1"))
            .Holds("""{ "type": "event-happened", "event": "Invoice Paid" }""")
            .ShouldBeTrue("another kind of record");
        Known.After(EventNames.FormSubmitted, "2026-06-09T12:00:00Z")
            .Holds("""{ "type": "event-happened", "event": "Form Submitted", "record": "same" }""")
            .ShouldBeTrue("a form has no record to tell apart");
    }

    [Fact]
    public void Nothing_has_happened_since_enrollment_before_there_is_a_run() =>
        Scene.Step<ConditionStep>("""{ "type": "event-happened", "event": "Visit Added", "since": "enrollment" }""")
            .Holds(Known.AtEntry).ShouldBeFalse();

    [Theory]
    [InlineData(null, false, true, false)]
    [InlineData(false, false, false, false)]
    [InlineData(true, false, true, true)]
    [InlineData(true, true, false, false)]
    public void Email_may_go_unless_refused_and_texts_only_when_agreed(bool? told, bool optedOut, bool email, bool text)
    {
        var scene = Scene.Empty.WithConsent(new Consent { Email = told, Text = told, Unsubscribed = optedOut, TextStopped = optedOut });

        scene.Holds("""{ "type": "consent", "channel": "email" }""").ShouldBe(email);
        scene.Holds("""{ "type": "consent", "channel": "text" }""").ShouldBe(text);
    }

    [Fact]
    public void The_newest_message_of_the_step_counts()
    {
        var sent = new Message
        {
            Id = new MessageId(1), Customer = new CustomerId(7), Enrollment = new EnrollmentId(42), Node = "mail", Channel = Channel.Email,
            State = MessageState.Sent, CreatedAt = Scene.Empty.Now, ClickedAt = Scene.Empty.Now
        };
        var scene = Scene.Empty.WithMessage(sent);

        scene.Holds("""{ "type": "message-state", "step": "mail", "state": "clicked" }""").ShouldBeTrue();
        scene.Holds("""{ "type": "message-state", "step": "mail", "state": "opened" }""").ShouldBeTrue("who clicked has opened");
        scene.Holds("""{ "type": "message-state", "step": "other", "state": "sent" }""").ShouldBeFalse();
        scene.WithMessage(sent with { Id = new MessageId(2), State = MessageState.Failed, ClickedAt = null })
            .Holds("""{ "type": "message-state", "step": "mail", "state": "sent" }""").ShouldBeFalse();
        (scene with { RunId = new EnrollmentId(43) })
            .Holds("""{ "type": "message-state", "step": "mail", "state": "sent" }""")
            .ShouldBeFalse("another run's message");
    }

    [Theory]
    [InlineData("""{ "type": "event-happened", "event": "Estimate Sent", "within": "P3D", "not": true }""", "2026-06-11T12:00:00Z")]
    [InlineData("""{ "type": "days-since", "event": "Visit Added", "op": "at-least", "days": 90 }""", "2026-09-06T12:00:00Z")]
    [InlineData("""{ "type": "days-since", "field": "contract_end", "op": "at-least", "days": 1 }""", "2026-06-21T04:00:00Z")]
    [InlineData("""{ "type": "field", "field": "contract_end", "op": "before", "value": "P7D" }""", "2026-06-13T04:00:00Z")]
    [InlineData("""{ "type": "record-property", "property": "due_at", "op": "before", "value": "PT0S" }""", "2026-06-12T12:00:00Z")]
    [InlineData(
        """{ "type": "has-record", "recordType": "visit", "where": [{ "property": "start_at", "op": "before", "value": "P1D" }] }""",
        "2026-06-19T13:00:00Z")]
    [InlineData("""{ "type": "day-and-time", "days": ["fri"], "from": "09:00", "to": "17:00" }""", "2026-06-12T13:00:00Z")]
    [InlineData("""{ "type": "season", "from": "07-01", "to": "08-31" }""", "2026-07-01T04:00:00Z")]
    [InlineData("""{ "type": "season", "from": "01-01", "to": "06-30" }""", "2026-07-01T04:00:00Z")]
    public void Time_alone_turns_it_at_that_very_instant(string condition, string turn)
    {
        var step = Scene.Step<ConditionStep>(condition);
        var now = step.Holds(Known.Conditions);

        step.MayTurnAt(Known.Conditions).ShouldBe(Scene.At(turn));
        step.DependsOn.OnTime.ShouldBeTrue();
        step.Holds((Known with { Now = Scene.At(turn).AddTicks(-1) }).Conditions).ShouldBe(now);
        step.Holds((Known with { Now = Scene.At(turn) }).Conditions).ShouldBe(!now);
    }

    [Fact]
    public void Between_two_turns_the_answer_never_changes()
    {
        string[] conditions =
        [
            """{ "type": "event-happened", "event": "Estimate Sent", "within": "P3D" }""",
            """{ "type": "days-since", "event": "Visit Added", "op": "is", "days": 3 }""",
            """{ "type": "day-and-time", "days": ["sat", "sun"], "from": "22:00", "to": "02:30" }""",
            """{ "type": "season", "from": "06-15", "to": "06-20" }""",
            """{ "type": "field", "field": "contract_end", "op": "between", "value": ["PT0S", "P7D"] }""",
        ];
        foreach (var condition in conditions)
        {
            var step = Scene.Step<ConditionStep>(condition);
            var (at, holds) = (Known.Now, step.Holds(Known.Conditions));
            var turn = step.MayTurnAt(Known.Conditions);
            for (var hour = 1; hour < 24 * 30; hour++)
            {
                at = Known.Now.AddHours(hour);
                var then = (Known with { Now = at }).Conditions;
                if (turn <= at) (holds, turn) = (step.Holds(then), step.MayTurnAt(then));
                step.Holds(then).ShouldBe(holds, $"{condition} at {at:O}");
            }
        }
    }
}
