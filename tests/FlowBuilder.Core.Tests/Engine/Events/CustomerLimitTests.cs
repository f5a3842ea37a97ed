using System.Text;
using CsCheck;
using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Events;

/// <summary>A customer never holds more than a customer may, whatever comes in and in whatever order.</summary>
public sealed class CustomerLimitTests
{
    private static readonly CustomerLimits Few = new()
    {
        Fields = 6, FieldBytes = 300, RecordFields = 4, RecordBytes = 150, Records = 3, Tags = 4
    };

    /// <summary>What is told of a customer: which deed, which names, how long the value is.</summary>
    private static readonly Gen<(int Deed, int Name, int Length)[]> Lives =
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 11], Gen.Int[0, 120]).Array[1, 60];

    [Fact]
    public void No_sequence_of_inputs_makes_a_customer_exceed_the_limits() => Lives.Sample(life =>
    {
        var engine = new PureEngine { Limits = Few };
        engine.Publish(When(new FormSubmitted()).Then(
            new AddTag { Tag = "by action" }, new SetField { Field = "by_action", Value = Json("\"value\"") },
            new CreateToDo { Title = "call", Assignee = "owner" }));
        var customers = new[] { engine.Customer("a"), engine.Customer("b", isNew: true) };
        foreach (var (deed, name, length) in life)
        {
            Do(engine, customers[name % 2], deed, name, length);
            foreach (var customer in customers) Check(customer.Facts);
        }

        var joined = CustomerTurn
            .Merge(customers[0].State, customers[1].State, engine.Now, Few)
            .OfType<Change.CustomerChanged>().SingleOrDefault();
        if (joined is not null) Check(customers[0].Facts with { Customer = joined.Customer });
    }, iter: 300, threads: 1);

    [Fact]
    public void The_same_calls_leave_out_the_same_fields_whether_the_customer_was_read_back_in_between_or_not() => Lives.Sample(life =>
    {
        // A death after every commit makes the engine read everything back from its rows.
        var dies = false;
        var (calm, stormy) = (new PureEngine { Limits = Few }, new PureEngine { Limits = Few, Crashes = () => dies = !dies });
        var (one, two) = (calm.Customer("a", isNew: true), stormy.Customer("a", isNew: true));
        foreach (var (deed, name, length) in life)
        {
            Do(calm, one, deed, name, length);
            Do(stormy, two, deed, name, length);
        }

        two.Facts.Customer.Fields.ToJson().ShouldBe(one.Facts.Customer.Fields.ToJson());
        two.Tags.ShouldBe(one.Tags);
        two.Raised.ShouldBe(one.Raised);
    }, iter: 60, threads: 1);

    [Fact]
    public void What_does_not_fit_is_left_out_in_the_order_of_the_names_and_told_once()
    {
        var engine = new PureEngine { Limits = Few };
        var customer = engine.Customer(isNew: true);

        customer.Identify(new { h = 8, a = 1, c = 3, b = 2, e = 5, d = 4, g = 7, f = 6 });

        customer.Facts.Customer.Fields.Members.Keys.Order().ShouldBe(["a", "b", "c", "d", "e", "f"]);
        var told = customer.Rows.Events.Single(one => one.Name == EventNames.LimitReached).Properties;
        told.ToJson().ShouldBe("""{"count":2,"names":["g","h"]}""");
    }

    [Fact]
    public void What_gets_smaller_or_goes_is_always_taken_and_makes_room()
    {
        var engine = new PureEngine { Limits = Few };
        var customer = engine.Customer(isNew: true);
        customer.Identify(new { a = new string('x', 200), b = new string('x', 120) });
        customer.Facts.Customer.Fields.Members.Keys.ShouldBe(["a"]);

        customer.Identify(new { a = new string('y', 100) });
        customer.Identify(new { b = new string('x', 120) });

        customer.Facts.Customer.Fields.Members.Keys.Order().ShouldBe(["a", "b"]);
        customer.Raised.Count(name => name == EventNames.LimitReached).ShouldBe(1);
    }

    [Fact]
    public void A_nested_value_counts_by_its_size_as_json()
    {
        var engine = new PureEngine { Limits = Few };
        var customer = engine.Customer(isNew: true);

        customer.Identify(new { small = 1, deep = new { list = Enumerable.Repeat(new { key = "value" }, 30) } });

        customer.Facts.Customer.Fields.Members.Keys.ShouldBe(["small"]);
    }

    [Fact]
    public void An_action_that_would_go_over_fails_in_words_and_the_run_goes_on()
    {
        var engine = new PureEngine { Limits = Few };
        engine.Publish(When(new FormSubmitted()).Then(
            new AddTag { Tag = "fifth" }, new SetField { Field = "seventh", Value = Json("1") }, new AddNote { Text = "still here" }));
        var customer = engine.Customer();
        customer.Identify(new { a = 1, b = 2, c = 3, tags = new[] { "1", "2", "3", "4" } });

        customer.Track("Form Submitted");

        customer.Steps.ShouldBe(["s1 Failed", "s2 Failed", "s3"]);
        customer.Rows.StepRuns[0].Because.ShouldBe(
            "The customer already has 4 tags, the most a customer can have. Remove some, then the tag “fifth” can be added.");
        customer.Rows.StepRuns[1].Because!.ShouldStartWith("The field “seventh” does not fit: a customer can have 6 fields");
        customer.Tags.ShouldNotContain("fifth");
        customer.Raised.Count(name => name == EventNames.LimitReached).ShouldBe(2);
        customer.Rows.Notes.ShouldBe(["still here"]);
    }

    [Fact]
    public void A_persons_edit_that_does_not_fit_is_refused_whole()
    {
        var engine = new PureEngine { Limits = Few };
        var customer = engine.Customer();

        var answer = customer.Ask(new TurnInput.EditCustomer(Properties.Of("city", "Hull"), ["1", "2", "3", "4", "5"], null, "Olive"));

        answer.ShouldBeOfType<TurnAnswer.Refused>().Kind.ShouldBe(Refusal.TooMuch);
        customer.Facts.Customer.Fields.Text("city").ShouldBeNull();
        customer.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Removals_of_ever_new_names_do_not_pile_up()
    {
        var engine = new PureEngine { Limits = Few };
        var customer = engine.Customer();
        for (var i = 0; i < 300; i++)
        {
            customer.Identify($$"""{"gone{{i}}":null}""");
            customer.Identify(new { remove_tags = new[] { $"gone{i}" } });
        }

        customer.Facts.Customer.Stamps.Count.ShouldBeLessThanOrEqualTo(Few.Fields + Few.Tags + 101);
    }

    private static void Do(PureEngine engine, PureCustomer customer, int deed, int name, int length)
    {
        var text = new string(name % 3 == 0 ? 'é' : 'x', length);
        switch (deed)
        {
            case 0: customer.Identify($$"""{"f{{name}}":"{{text}}","f{{name + 1}}":{{length}}}"""); break;
            case 1: customer.Identify($$"""{"f{{name}}":null}"""); break;
            case 2:
                customer.Identify($$"""{"f{{name}}":{"deep":["{{text}}",{"er":"{{text}}"}]},"tags":["t{{name}}","t{{length}}"]}""");
                break;
            case 3:
                customer.Identify($$"""{"add_tags":["u{{name}}","u{{length}}"],"remove_tags":["t{{name}}"]}""", source: "website");
                break;
            case 4: customer.Track("Estimate Sent", $$"""{"estimate_id":"{{name}}","p{{length}}":"{{text}}","q":{{length}}}"""); break;
            case 5: customer.Track("Form Submitted"); break;
            case 6: customer.Identify($$"""{"{{name}}":"{{text}}","b":1}""", kind: EventKind.Group); break;
            case 7:
                customer.Ask(new TurnInput.EditCustomer(Properties.Of($"f{name}", text), [$"v{name}", $"v{length}"], null, "Olive"));
                break;
            default: customer.Track(EventNames.TagAdded, new { tag = $"w{name}" }); break;
        }

        if (length % 10 == 0) engine.Advance(TimeSpan.FromMinutes(1));
    }

    private static void Check(Facts facts)
    {
        facts.Customer.Fields.Members.Count.ShouldBeLessThanOrEqualTo(Few.Fields);
        Encoding.UTF8.GetByteCount(facts.Customer.Fields.ToJson()).ShouldBeLessThanOrEqualTo(Few.FieldBytes);
        facts.Customer.Tags.Count.ShouldBeLessThanOrEqualTo(Few.Tags);
        facts.Records.Count.ShouldBeLessThanOrEqualTo(Few.Records);
        foreach (var record in facts.Records.Values)
        {
            record.Properties.Members.Count.ShouldBeLessThanOrEqualTo(Few.RecordFields);
            Encoding.UTF8.GetByteCount(record.Properties.ToJson()).ShouldBeLessThanOrEqualTo(Few.RecordBytes);
        }
    }

    private static System.Text.Json.JsonElement Json(string text) => System.Text.Json.JsonElement.Parse(text);
}
