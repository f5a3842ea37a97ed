using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Triggers.Messages;
using FlowBuilder.Testing.Pure;
using Shouldly;
using Xunit;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Turns;

public sealed class ProjectionTests
{
    private readonly PureEngine _engine = new();

    [Fact]
    public void The_first_identify_raises_customer_added_and_tags_but_no_changed_fields()
    {
        var customer = _engine.Customer(isNew: true);

        customer.Identify(new { email = "a@b.test", first_name = "Ann\nMarie", tags = new[] { "new", " vip " } });

        customer.Raised.ShouldBe(["Customer Added", "Tag Added"]);
        customer.Rows.Events[^1].Properties.ToJson().ShouldBe("""{"count":2,"tags":["new","vip"]}""");
        customer.Facts.Customer.AddedAt.ShouldBe(PureEngine.Start);
        customer.Facts.Customer.DisplayName.ShouldBe("Ann Marie");
        customer.Tags.ShouldBe(["new", "vip"]);
    }

    [Fact]
    public void The_first_event_of_a_new_customer_raises_customer_added_too_once()
    {
        var customer = _engine.Customer(isNew: true);

        customer.Track("Form Submitted");
        customer.Identify(new { email = "a@b.test" });

        customer.Raised.ShouldBe(["Customer Added", "Field Changed"]);
    }

    [Fact]
    public void Only_fields_that_really_change_are_announced_with_from_and_to()
    {
        var customer = _engine.Customer();
        customer.Identify(new { status = "lead", city = "Hull" });
        customer.Raised.Count.ShouldBe(1);

        customer.Identify(new { status = "active", city = "Hull" });

        customer.Raised.Count.ShouldBe(2);
        var changed = customer.Rows.Events[^1].Properties;
        (changed.Text("field"), changed.Text("from"), changed.Text("to")).ShouldBe(("status", "lead", "active"));
    }

    [Fact]
    public void An_older_value_of_the_same_source_never_replaces_a_newer_one()
    {
        var customer = _engine.Customer();
        customer.Identify(new { city = "new" });

        customer.Identify(new { city = "old" }, at: PureEngine.Start.AddHours(-1));
        customer.Facts.Customer.Fields.Text("city").ShouldBe("new");
        customer.Identify(new { city = "other source" }, source: "website", at: PureEngine.Start.AddHours(-1));

        customer.Facts.Customer.Fields.Text("city").ShouldBe("other source");
    }

    [Fact]
    public void A_tag_list_replaces_only_the_tags_that_source_set()
    {
        _engine.Publish(When(new FormSubmitted()).Then(new AddTag { Tag = "sequence" }));
        var customer = _engine.Customer();
        customer.Track("Form Submitted");
        customer.Identify(new { tags = new[] { "a", "b" } });
        customer.Identify(new { add_tags = new[] { "web" } }, source: "website");

        customer.Identify(new { tags = new[] { "B", "c" } });

        customer.Tags.ShouldBe(["b", "c", "sequence", "web"]);
        customer.Raised.Count(name => name == EventNames.TagRemoved).ShouldBe(1);
    }

    [Fact]
    public void Tags_added_and_removed_out_of_order_keep_the_newer_word()
    {
        var customer = _engine.Customer();
        customer.Identify(new { add_tags = new[] { "vip" } });

        customer.Identify(new { remove_tags = new[] { "VIP" } }, at: PureEngine.Start.AddMinutes(-1));
        customer.Identify(new { tags = Array.Empty<string>() }, at: PureEngine.Start.AddMinutes(-1));

        customer.Tags.ShouldBe(["vip"]);
    }

    [Fact]
    public void A_record_merges_what_its_events_tell_and_takes_their_verb_as_status()
    {
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1", total = 100, service = "mow" });
        customer.Track("Estimate Changes Requested", new { estimate_id = "E1", total = 120 });

        var record = customer.Facts.Find(new RecordKey("estimate", "E1"))!;
        record.Status.ShouldBe("changes-requested");
        record.Properties.Number("total").ShouldBe(120);
        record.Properties.Text("service").ShouldBe("mow");
    }

    [Fact]
    public void A_custom_event_of_a_sequence_leaves_the_state_of_its_record_alone()
    {
        _engine.Publish(When(new EstimateSent()).Then(new RaiseEvent { Name = "Follow Up Begun" }));
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1" });

        customer.Facts.Find(new RecordKey("estimate", "E1"))!.Status.ShouldBe("sent");
        customer.Rows.Events.Single(one => one.Name == "Follow Up Begun").Record.ShouldBe(new RecordKey("estimate", "E1"));
    }

    [Fact]
    public void Group_traits_become_group_fields()
    {
        var customer = _engine.Customer();

        customer.Identify(new { name = "HOA North" }, kind: EventKind.Group);

        customer.Facts.Customer.Fields.Text("group.name").ShouldBe("HOA North");
        customer.Facts.Customer.Fields.Text("name").ShouldBe("c1");
    }

    [Fact]
    public void A_persons_own_opt_out_beats_a_trait()
    {
        var customer = _engine.Customer();
        customer.Track("Unsubscribed");

        customer.Identify(new { email_consent = true });

        customer.Facts.Customer.Consent.Unsubscribed.ShouldBeTrue();
        customer.Facts.Customer.Consent.Email.ShouldBe(true);
    }

    [Fact]
    public void An_opened_email_marks_its_message()
    {
        _engine.Publish(When(new FormSubmitted()).Then(new EmailCustomer { Template = "hi" }));
        _engine.Publish(When(new EmailOpened { Template = "hi" }).Then(new AddTag { Tag = "reads" }));
        var customer = _engine.Customer();
        customer.Track("Form Submitted");

        customer.Track("Email Opened", new { message_id = customer.LastMessage.Id.ToString() });

        customer.LastMessage.OpenedAt.ShouldBe(_engine.Now);
        customer.Tags.ShouldBe(["reads"]);
    }

    [Fact]
    public void A_person_edits_fields_and_tags_and_sequences_hear_of_it()
    {
        _engine.Publish(When(new TagAdded { Tag = "gold" }).Then(new AddNote { Text = "congratulations" }));
        _engine.Publish(When(new FieldChanged { Field = "city" }).Then(new AddNote { Text = "moved" }));
        var customer = _engine.Customer();
        customer.Identify(new { tags = new[] { "silver" } });

        customer.Ask(new TurnInput.EditCustomer(Properties.Of("city", "Leeds"), ["gold"], null, "Max"));

        customer.Tags.ShouldBe(["gold"]);
        customer.Rows.Notes.ShouldBe(["moved", "congratulations"]);
    }

    [Fact]
    public void The_newest_thousand_happenings_are_kept()
    {
        var customer = _engine.Customer();

        for (var i = 0; i < 1010; i++) customer.Tell("Ping");
        _engine.Drain();

        customer.Facts.Happenings.Count.ShouldBe(1000);
        customer.Facts.Happenings[^1].Seq.ShouldBe(1010 * 1024);
    }

    [Fact]
    public void Own_events_take_the_positions_behind_the_customers_last_and_leap_when_these_are_used_up()
    {
        var customer = _engine.Customer();
        var tags = Enumerable.Range(0, 1500).Select(number => $"t{number}").ToArray();

        customer.Identify(new { tags });

        var positions = customer.Rows.Events.Select(one => one.Seq).ToList();
        positions.ShouldBe(positions.Order());
        positions.ShouldBeUnique();
        positions.Skip(1).ShouldAllBe(position => position % 1024 != 0 || position > 1_000_000);
    }

    [Fact]
    public void A_to_do_of_a_sequence_is_a_record_that_is_added_and_completed()
    {
        _engine.Publish(When(new FormSubmitted()).Then(new CreateToDo { Title = "Call {{ customer.name }}", Assignee = "owner" }));
        var customer = _engine.Customer();
        customer.Track("Form Submitted");
        customer.Rows.ToDos.ShouldHaveSingleItem().Title.ShouldBe("Call c1");
        var record = customer.Facts.Records.Values.ShouldHaveSingleItem();
        record.Status.ShouldBe("added");

        var id = long.Parse(record.Key.Id, System.Globalization.CultureInfo.InvariantCulture);
        customer.Ask(new TurnInput.CompleteToDo(id, "Call c1", "Max")).ShouldBe(TurnAnswer.Ok);

        customer.Facts.Find(record.Key)!.Status.ShouldBe("completed");
        customer.Ask(new TurnInput.CompleteToDo(id, "Call c1", "Max")).ShouldBeOfType<TurnAnswer.Refused>();
    }

    [Fact]
    public void Joining_two_customers_keeps_the_older_run_and_every_opt_out()
    {
        var sequence = _engine.Publish(When(new FormSubmitted()).Then(new EmailCustomer { Template = "hi" }));
        _engine.HasCapacity = false;
        var (older, newer) = (_engine.Customer("a"), _engine.Customer("b"));
        older.Track("Form Submitted");
        newer.Track("Form Submitted");
        older.Track("Unsubscribed");

        var changes = CustomerTurn.Merge(newer.State, older.State, _engine.Now, CustomerLimits.Standard);

        changes.OfType<Change.EnrollmentChanged>().ShouldHaveSingleItem().Enrollment.Id.ShouldBe(newer.Run(sequence)!.Id);
        changes.OfType<Change.MessageChanged>().ShouldHaveSingleItem().Message.Enrollment.ShouldBe(newer.Run()!.Id);
        var joined = changes.OfType<Change.CustomerChanged>().ShouldHaveSingleItem().Customer;
        joined.Consent.Unsubscribed.ShouldBeTrue();
        joined.Email.ShouldBe("b@example.test");
    }
}
