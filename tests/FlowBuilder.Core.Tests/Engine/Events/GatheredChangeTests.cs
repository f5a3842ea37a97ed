using CsCheck;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Flow;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Triggers.Start;
using FlowBuilder.Steps.Triggers.Visits;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Events;

/// <summary>Changes that no sequence can hear are told together; nothing but the history can tell the difference.</summary>
public sealed class GatheredChangeTests
{
    private static readonly Gen<(int Deed, int Which)[]> Lives = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 7]).Array[1, 30];

    /// <summary>Which of the sequences are published, and when the last of them is.</summary>
    private static readonly Gen<(int Published, int Late)> Companies = Gen.Select(Gen.Int[0, 1023], Gen.Int[0, 30]);

    [Fact]
    public void With_and_without_gathering_the_same_runs_tags_messages_and_notes_result() =>
        Gen.Select(Lives, Companies).Sample((life, company) =>
        {
            var (one, two) = (Story(life, company, gathers: true), Story(life, company, gathers: false));
            one.ShouldBe(two);
        }, iter: 400, threads: 1);

    [Fact]
    public void A_call_nobody_listens_to_leaves_one_row_for_all_its_fields()
    {
        var engine = new PureEngine();
        var customer = engine.Customer();
        var traits = Properties.Empty;
        for (var i = 0; i < 400; i++) traits = traits.With($"field{i:000}", i);

        customer.Identify(traits);

        customer.Raised.ShouldBe(["Field Changed"]);
        var told = customer.Rows.Events[^1];
        ChangePhrases.Of(told.Name, told.Properties).ShouldBe("Changed: field000, field001, 398 more");
        told.Properties.Get("fields")!.Value.GetArrayLength().ShouldBe(400);
    }

    [Fact]
    public void Only_what_a_trigger_a_condition_a_stop_or_a_wait_can_hear_is_an_event_of_its_own()
    {
        var engine = new PureEngine();
        engine.Publish(When(new FieldChanged { Field = "city" }).Then(new AddNote { Text = "moved" }));
        engine.Publish(When(new FormSubmitted())
            .Then(new WaitUntilTrue { When = All(new HasTag { Tag = "vip" }), Timeout = Duration.OfDays(1) })
            .StopWhen(All(new CustomerStatus { In = ["former"] }), new AddNote { Text = "bye" }));
        var customer = engine.Customer();

        customer.Identify(new
        {
            a = 1, b = 2, city = "Hull", d = 4, status = "former", z = 6, tags = new[] { "one", "vip", "two", "three" }
        });

        customer.Rows.Events
            .Where(one => one.Kind == EventKind.Own && one.Name is not "Customer Added")
            .Select(one => ChangePhrases.Of(one.Name, one.Properties))
            .ShouldBe([
                "Changed: a, b", "Changed: city", "Changed: d", "Changed: status", "Changed: z", "Tag added: one", "Tag added: vip",
                "Tag added: two, three"
            ]);
        customer.Rows.Notes.ShouldBe(["moved"]);
    }

    [Fact]
    public void A_run_inside_an_older_version_still_hears_what_the_newest_does_not()
    {
        var engine = new PureEngine();
        var old = engine.Publish(When(new FormSubmitted()).Then(
            new WaitForEvent { Event = EventNames.TagAdded, Timeout = Duration.OfDays(2) }, new AddNote { Text = "heard" }));
        var customer = engine.Customer();
        customer.Track("Form Submitted");
        engine.Publish(When(new FormSubmitted()).Then(new AddNote { Text = "new" }), old);

        customer.Identify(new { tags = new[] { "one", "two" } });

        customer.Raised.Count(name => name == EventNames.TagAdded).ShouldBe(2);
        customer.Rows.Notes.ShouldBe(["heard"]);
    }

    [Fact]
    public void A_condition_published_later_counts_right_what_was_told_together_before()
    {
        var engine = new PureEngine();
        var customer = engine.Customer();
        customer.Identify(new { a = 1, b = 2, c = 3, tags = new[] { "one", "two" } });
        customer.Raised.ShouldBe(["Field Changed", "Tag Added"]);

        engine.Publish(When(new FormSubmitted())
            .And(All(
                Happened(EventNames.FieldChanged, 3), Happened(EventNames.TagAdded, 2), Not(EventNames.FieldChanged, 4),
                Not(EventNames.TagAdded, 3)))
            .Then(new AddNote { Text = "counted" }));
        customer.Track("Form Submitted");

        customer.Rows.Notes.ShouldBe(["counted"]);
    }

    [Fact]
    public void A_persons_edit_turns_an_entry_condition_once_however_much_it_changes()
    {
        var engine = new PureEngine();
        var sequence = engine.Publish(When(new VisitAdded())
            .Or(All(new CustomerField { Field = "city", Op = Operator.Is, Value = System.Text.Json.JsonElement.Parse("\"Hull\"") }))
            .Then(new AddNote { Text = "in Hull" })
            .With(new SequenceSettings { ReEntry = new ReEntry.Always() }));
        var customer = engine.Customer();

        customer.Ask(new TurnInput.EditCustomer(
            Properties.Of("city", "Hull").With("a", 1).With("zip", "HU1"), ["one", "two"], null, "Olive"));

        customer.Runs(sequence).Count().ShouldBe(1);
    }

    private static EventHappened Happened(string name, int times) => new() { Event = name, AtLeast = times };

    private static EventHappened Not(string name, int times) => new() { Event = name, AtLeast = times, Not = true };

    private static string Story((int Deed, int Which)[] life, (int Published, int Late) company, bool gathers)
    {
        var engine = new PureEngine { GathersChanges = gathers };
        Draw[] sequences =
        [
            When(new FieldChanged { Field = "f1" }, "Field")
                .Then(new AddTag { Tag = "by field" }, new EmailCustomer { Template = "one" })
                .With(Always),
            When(new TagAdded { Tag = "t1" }, "Tag")
                .Then(new RemoveTag { Tag = "t1" }, new SetField { Field = "f3", Value = System.Text.Json.JsonElement.Parse("1") })
                .With(Always),
            When(
                new CustomEvent
                {
                    Name = EventNames.FieldChanged,
                    Where = [new PropertyCondition("field", Operator.IsNot, System.Text.Json.JsonElement.Parse("\"f2\""))]
                },
                "Any field")
                .Then(new AddNote { Text = "some field" })
                .With(Always),
            When(
                new FormSubmitted(),
                "Wait")
                .Then(new WaitForEvent { Event = EventNames.TagAdded, Timeout = Duration.OfDays(2) }, new AddNote { Text = "tagged" }),
            When(new FormSubmitted(), "What counts")
                .Then(new If { When = All(Happened(EventNames.FieldChanged, 3)) }, new AddNote { Text = "three changed" })
                .With(Always),
            When(new FormSubmitted(), "Stopped")
                .Then(new WaitFor { Duration = Duration.OfDays(3) }, new EmailCustomer { Template = "two" })
                .StopWhen(Any(Happened(EventNames.TagRemoved, 2), new HasTag { Tag = "t3" }), new AddNote { Text = "stopped" }),
            When(new TagRemoved { Tag = "t2" }, "Since")
                .Then(
                    new If { When = All(new EventHappened { Event = EventNames.TagRemoved, Since = EventSince.Enrollment }) },
                    new AddNote { Text = "since" })
                .With(Always),
            When(new VisitAdded(), "Turned")
                .Or(All(new CustomerField { Field = "f2", Op = Operator.NotEmpty }))
                .Then(
                    new If
                    {
                        When = All(new EventHappened { Event = EventNames.FieldChanged, Since = EventSince.Enrollment, AtLeast = 2 })
                    },
                    new AddNote { Text = "turned" })
                .With(Always),
            When(
                new FormSubmitted(),
                "Until")
                .Then(
                    new WaitUntilTrue
                    {
                        When = All(new HasTag { Tag = "t4" }, Happened(EventNames.TagAdded, 3)), Timeout = Duration.OfDays(1)
                    },
                    new AddNote { Text = "until" }),
            When(new FormSubmitted(), "Reviewed")
                .Then(new EmailCustomer { Template = "three" })
                .StopWhen(All(new HasTag { Tag = "t1" }))
                .With(new SequenceSettings { ReviewBeforeExecution = true, ReEntry = new ReEntry.Always() }),
        ];
        var chosen = Enumerable.Range(0, sequences.Length).Where(i => (company.Published >> i & 1) == 1).ToArray();
        foreach (var i in chosen.SkipLast(1)) engine.Publish(sequences[i]);
        var customer = engine.Customer();
        for (var at = 0; at < life.Length; at++)
        {
            if (at == company.Late % life.Length && chosen.Length > 0) engine.Publish(sequences[chosen[^1]]);
            Do(engine, customer, life[at].Deed, life[at].Which, at);
        }

        engine.Advance(TimeSpan.FromDays(10));
        return string.Join(
            '\n',
            customer.Runs().Select(run => $"run of {engine.Plans.Find(run.Version)!.Title} {run.State} {run.EnteredAt:O} {run.EndReason}")
                .Concat(customer.Steps.Select(step => $"step {step}"))
                .Concat(customer.Tags.Select(tag => $"tag {tag}"))
                .Concat(customer.Sent.Select(sent => $"sent {sent}"))
                .Concat(customer.Rows.Notes)
                .Concat(customer.Rows.Decisions.Select(decision => $"{decision.Outcome} {decision.Sentence}"))
                .Append(customer.Facts.Customer.Fields.ToJson()));
    }

    private static SequenceSettings Always => new() { ReEntry = new ReEntry.Always() };

    private static void Do(PureEngine engine, PureCustomer customer, int deed, int which, int at)
    {
        switch (deed)
        {
            case 0: customer.Identify($$"""{"f{{which}}":{{at}},"f{{which + 1}}":{{at}},"x":{{at}}}"""); break;
            case 1: customer.Identify($$"""{"tags":["t{{which}}","t{{which + 1}}","t{{which / 2}}"]}"""); break;
            case 2:
                customer.Identify($$"""{"add_tags":["t{{which}}","u","v"],"remove_tags":["t1","t2","t3"],"f2":null,"f1":{{at}}}""");
                break;
            case 3: customer.Track("Form Submitted"); break;
            case 4:
                customer.Ask(new TurnInput.EditCustomer(
                    Properties.Of($"f{which}", at).With("f2", at % 3 == 0 ? null : at).With("a", at), null, null, "Olive"));
                break;
            case 5: customer.Ask(new TurnInput.EditCustomer(null, [$"t{which}", "t2", "w"], null, "Olive")); break;
            case 6: customer.Identify(new { id = at, name = $"g{which}", size = which }, kind: EventKind.Group); break;
            case 7: engine.Advance(TimeSpan.FromHours(5)); break;
            case 8: customer.Identify(new { email_consent = at % 2 == 0, sms_consent = at % 3 == 0, f1 = which }); break;
            default:
                customer.Identify(
                    $$"""{"f0":{{at}},"f1":{{at}},"f2":{{at}},"f3":{{at}},"tags":[]}""", source: which % 2 == 0 ? "crm" : "website");
                break;
        }
    }
}
