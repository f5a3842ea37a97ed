using System.Text.Json;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Tests.Actions;

public sealed class ActionTests
{
    private static readonly Scene Ada = Scene.Empty.WithField("first_name", "Ada")
        .After(EventNames.EstimateSent, "2026-06-08T12:00:00Z", """{ "total": 640 }""", Scene.Estimate)
        .About(Scene.Estimate)
        .StartedBy(EventNames.EstimateSent, """{ "total": 640 }""");

    [Fact]
    public void Email_and_text_go_to_the_customer()
    {
        Sent("""{ "type": "email-customer", "template": "reminder" }""").ShouldBe([new Effect.SendEmail("reminder")]);
        Sent("""{ "type": "text-customer", "template": "reminder" }""").ShouldBe([new Effect.SendText("reminder")]);
    }

    [Fact]
    public void Email_to_a_role_goes_to_everybody_who_has_it() =>
        Sent("""{ "type": "email-employee", "to": "role:office", "template": "lead" }""")
            .Cast<Effect.SendEmail>()
            .Select(mail => mail.To!.Id)
            .ShouldBe(["ofelia", "oscar"]);

    [Theory]
    [InlineData("""{ "type": "email-employee", "to": "assigned", "template": "lead" }""", "no one is assigned to this customer")]
    [InlineData("""{ "type": "text-employee", "to": "user:gone", "template": "lead" }""", "the chosen employee no longer works here")]
    [InlineData("""{ "type": "notify", "to": "role:viewer", "text": "x" }""", "no one has the role viewer")]
    [InlineData("""{ "type": "assign-to", "user": "gone" }""", "the chosen employee no longer works here")]
    [InlineData("""{ "type": "add-note", "text": " {{ record.total }}" }""", "the note is empty")]
    [InlineData(
        """{ "type": "set-field", "field": "email_consent", "value": true }""",
        "Only the customer can give or withdraw consent, so a sequence cannot set it.")]
    public void What_cannot_be_done_is_skipped_with_the_reason(string action, string because) =>
        Scene.Empty.Does(action).ShouldBe(new StepOutcome.Skips(because));

    [Fact]
    public void A_notification_is_filled_in() =>
        Done("""{ "type": "notify", "to": "owner", "text": "Call {{ customer.first_name }}" }""")
            .Cast<Effect.Notify>().Single().Text
            .ShouldBe("Call Ada");

    [Fact]
    public void A_to_do_has_title_assignee_date_and_notes()
    {
        var todo = Done(
            """{ "type": "create-todo", "title": "Call {{ customer.first_name }}", "assignee": "role:office", "dueIn": "P2D", "notes": "{{ record.total }}" }""")
            .Cast<Effect.CreateToDo>().Single();

        todo.ShouldBe(new Effect.CreateToDo("Call Ada", Ada.Facts.Company.People[2], Scene.At("2026-06-12T16:00:00Z"), "640"));
    }

    [Fact]
    public void A_to_do_for_nobody_is_written_all_the_same_and_says_so()
    {
        var outcome = Ada.Does("""{ "type": "create-todo", "title": "Call", "assignee": "assigned" }""").ShouldBeOfType<StepOutcome.Goes>();

        outcome.Effects.Single().ShouldBe(new Effect.CreateToDo("Call", null, null, null));
        outcome.Because.ShouldBe("the to-do has no assignee: no one is assigned to this customer");
    }

    [Fact]
    public void Tags_status_notes_and_sequences_are_plain_effects()
    {
        Done("""{ "type": "add-tag", "tag": " vip " }""").ShouldBe([new Effect.AddTag("vip")]);
        Done("""{ "type": "remove-tag", "tag": "vip" }""").ShouldBe([new Effect.RemoveTag("vip")]);
        Done("""{ "type": "set-status", "status": "former" }""").ShouldBe([new Effect.SetStatus("former")]);
        Done("""{ "type": "add-note", "text": "Total {{ record.total }}" }""").ShouldBe([new Effect.AddNote("Total 640")]);
        Done("""{ "type": "start-sequence", "sequence": "11111111-2222-3333-4444-555555555555" }""")
            .ShouldBe([new Effect.StartSequence("11111111-2222-3333-4444-555555555555")]);
        Done("""{ "type": "stop-sequence", "sequence": "11111111-2222-3333-4444-555555555555", "tidyUp": true }""")
            .ShouldBe([new Effect.StopSequence("11111111-2222-3333-4444-555555555555", true)]);
    }

    [Theory]
    [InlineData("\"Hello {{ customer.first_name }}\"", "\"Hello Ada\"")]
    [InlineData("12.50", "12.50")]
    [InlineData("[\"{{ record.total }}\",1]", "[\"640\",1]")]
    public void A_field_is_set_with_its_texts_filled_in(string value, string set)
    {
        var effect = Done($$"""{ "type": "set-field", "field": "note", "value": {{value}} }""").Cast<Effect.SetField>().Single();

        effect.Field.ShouldBe("note");
        effect.Value.GetRawText().ShouldBe(set);
    }

    [Fact]
    public void Several_employees_take_turns_and_each_is_named_once() =>
        Done("""{ "type": "assign-to", "roundRobin": ["oscar", "user:ofelia", "oscar", "gone"] }""")
            .Cast<Effect.AssignTo>().Single().Candidates
            .Select(person => person.Id)
            .ShouldBe(["oscar", "ofelia"]);

    [Fact]
    public void A_raised_event_carries_its_properties()
    {
        var raised = Done(
            """{ "type": "raise-event", "name": "Win-back Finished", "properties": { "who": "{{ customer.first_name }}", "n": 2 } }""")
            .Cast<Effect.RaiseEvent>().Single();

        raised.Properties.ShouldBe(Properties.Parse("""{ "who": "Ada", "n": 2 }"""));
    }

    [Fact]
    public void A_webhook_without_a_body_tells_customer_record_and_event()
    {
        var call = Sent("""{ "type": "call-webhook", "url": "https://example.com/hook" }""").Cast<Effect.CallWebhook>().Single();
        using var body = JsonDocument.Parse(call.Body);

        body.RootElement.GetProperty("customer").GetProperty("id").GetString().ShouldBe("c-7");
        body.RootElement.GetProperty("customer").GetProperty("fields").GetProperty("first_name").GetString().ShouldBe("Ada");
        body.RootElement.GetProperty("record").GetProperty("properties").GetProperty("total").GetInt32().ShouldBe(640);
        body.RootElement.GetProperty("event").GetProperty("name").GetString().ShouldBe(EventNames.EstimateSent);
    }

    [Theory]
    [InlineData("""{ "type": "call-webhook", "url": "ftp://example.com" }""")]
    [InlineData("""{ "type": "call-webhook", "url": "https://me:secret@example.com" }""")]
    [InlineData("""{ "type": "call-webhook", "url": "https://example.com", "body": "{ broken" }""")]
    public void A_webhook_that_cannot_be_called_fails(string action) => Ada.Does(action).ShouldBeOfType<StepOutcome.Failed>();

    [Theory]
    [InlineData("add-tag", true)]
    [InlineData("remove-tag", true)]
    [InlineData("set-field", true)]
    [InlineData("set-status", true)]
    [InlineData("assign-to", true)]
    [InlineData("add-note", true)]
    [InlineData("create-todo", true)]
    [InlineData("stop-sequence", true)]
    [InlineData("email-customer", false)]
    [InlineData("text-customer", false)]
    [InlineData("email-employee", false)]
    [InlineData("text-employee", false)]
    [InlineData("notify", false)]
    [InlineData("call-webhook", false)]
    [InlineData("start-sequence", false)]
    [InlineData("raise-event", false)]
    public void Only_what_reaches_nobody_tidies(string id, bool tidies) =>
        Scene.Step<ActionStep>($$"""{ "type": "{{id}}" }""").Tidies.ShouldBe(tidies);

    private static IEnumerable<Effect> Sent(string action) => Ada.Does(action).ShouldBeOfType<StepOutcome.Sends>().Messages;

    private static IEnumerable<Effect> Done(string action) => Ada.Does(action).ShouldBeOfType<StepOutcome.Goes>().Effects;
}
