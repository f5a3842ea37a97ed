using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;
using Shouldly;
using Xunit;
using Record = FlowBuilder.Core.Model.Customers.Record;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>Joining two customers: the survivor has everything, once.</summary>
public abstract class MergeContract : EngineStoreContract
{
    [Fact]
    public async Task An_alias_names_the_other_customer_and_later_events_go_to_the_survivor()
    {
        var user = await Accept(Sample.Event("m1", "c1"));
        var visitor = await Accept(Sample.Event("m2", null, anonymousId: "anon"));
        var alias = await Accept(Sample.Alias("m3", "c1", "anon"));
        (alias.Customer, alias.Merges).ShouldBe((user.Customer, visitor.Customer));
        (await Store.Inbox.ReadBacklogAsync(
            PartitionOf(user.Customer), 0, 10, null, Cancellation))[^1].ShouldBe(alias with { After = null });
        (await Accept(Sample.Event("m4", null, anonymousId: "anon"))).Customer.ShouldBe(user.Customer);
        (await Accept(Sample.Alias("m5", "c1", "anon"))).Merges.ShouldBeNull();
        (await Accept(Sample.Alias("m6", "c1", "never-seen"))).Merges.ShouldBeNull();
        (await Accept(Sample.Event("m7", null, anonymousId: "never-seen"))).Customer.ShouldBe(user.Customer);
    }

    [Fact]
    public async Task Two_known_customers_are_joined_only_when_a_person_asks()
    {
        var ann = await Accept(Sample.Event("m1", "c1", anonymousId: "tab-1"));
        var bob = await Accept(Sample.Event("m2", "c2", anonymousId: "tab-2"));
        foreach (var (message, other) in new[] { ("m3", "c2"), ("m4", "tab-2") })
        {
            var alias = await Accept(Sample.Alias(message, "c1", other) with { JoinsKnown = false });
            alias.Merges.ShouldBeNull();
            AliasPhrases.Of(alias.Event!.Properties).ShouldNotBeNull();
        }

        (await Accept(Sample.Event("m5", "c2"))).Customer.ShouldBe(bob.Customer);
        (await Accept(Sample.Event("m6", null, anonymousId: "tab-2"))).Customer.ShouldBe(bob.Customer);
        (await Accept(Sample.Alias("m7", "c1", "c2"))).Merges.ShouldBe(bob.Customer);
        (await Accept(Sample.Event("m8", "c2"))).Customer.ShouldBe(ann.Customer);
    }

    [Fact]
    public async Task What_a_page_says_of_a_known_customer_is_not_kept()
    {
        var described = Sample.Event("p1", "new", "Identify", anonymousId: "tab") with { Kind = EventKind.Identify, FromBrowser = true };
        (await Accept(described)).Event!.Properties.IsEmpty.ShouldBeFalse();
        (await Accept(described with { MessageId = "p2" })).Event!.Properties.IsEmpty.ShouldBeTrue();
        (await Accept(described with { MessageId = "p3", UserId = null })).Event!.Properties.IsEmpty.ShouldBeTrue();
        (await Accept(
            described with { MessageId = "p4", UserId = null, AnonymousId = "other tab" })).Event!.Properties.IsEmpty.ShouldBeFalse();
        var form = Sample.Event("p6", "new", "Form Submitted") with
        {
            FromBrowser = true,
            Properties = Properties.Parse("""{"form":"f","email_consent":true,"context.optIn":{}}""")
        };
        (await Accept(form)).Event!.Properties.ToJson().ShouldBe("""{"form":"f"}""");
        (await Accept(described with { MessageId = "p5", FromBrowser = false })).Event!.Properties.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task The_survivor_has_the_rows_of_both_and_the_other_is_gone()
    {
        var (survivor, merged, otherId) = await TwoInDifferentPartitions();
        var first = await Accept(Sample.Event("s1", "survivor"));
        var other = await Accept(Sample.Event("o1", otherId));
        await Commit(survivor, first.Event!.Seq, new Change.CustomerChanged(Person(survivor, """{"email":"kept@x.y"}""", new Consent())),
            new Change.TagAdded("both", new TagMark("survivor")),
            new Change.RecordChanged(new Record { Key = Sample.Estimate, Status = "kept" }));
        await Commit(
            merged, other.Event!.Seq,
            new Change.CustomerChanged(Person(merged, """{"email":"gone@x.y","phone":"1"}""", new Consent { Unsubscribed = true })),
            new Change.TagAdded("both", new TagMark("other")), new Change.TagAdded("mine", new TagMark("other")),
            new Change.RecordChanged(new Record { Key = Sample.Estimate, Status = "gone" }),
            new Change.RecordChanged(new Record { Key = new RecordKey("visit", "1") }),
            new Change.EnrollmentOpened(Sample.Run(100, merged)),
            new Change.MessageAdded(Sample.Message(200, merged, MessageState.Sent, 100)), new Change.ReviewOpened(Sample.Review(400, 100)),
            new Change.MomentAdded(new ScheduledMoment(300, new VersionId(9), "t", null, Sample.Noon)),
            new Change.ArmRemembered(new ArmKey(new VersionId(9), "and", null, 0), Sample.Noon));
        await Merge(survivor, merged, first.Event.Seq);
        (await Store.Turns.ReadCustomerStateAsync(Sample.Company, merged, Cancellation)).ShouldBeNull();
        var state = await State(survivor);
        state.Facts.Customer.Fields.ShouldBe(Properties.Parse("""{"email":"kept@x.y","phone":"1"}"""));
        state.Facts.Customer.Consent.Unsubscribed.ShouldBeTrue();
        state.Facts.Customer.Tags.ShouldBe([new("both", new TagMark("survivor")), new("mine", new TagMark("other"))]);
        state.Facts.Records.Values
            .Select(record => (record.Key.Type, record.Status)).Order()
            .ShouldBe([("estimate", "kept"), ("visit", null)]);
        state.Facts.Happenings
            .Where(happening => happening.Name == first.Event.Name)
            .Select(happening => happening.Seq)
            .TakeLast(2)
            .ShouldBe([first.Event.Seq, other.Event.Seq]);
        state.Facts.Enrollments.ShouldHaveSingleItem().Customer.ShouldBe(survivor);
        (state.Facts.Messages.Count, state.Moments.Count, state.Arms.Count, state.Reviews.Count).ShouldBe((1, 1, 1, 1));
        (await Store.Due.ReadDueAsync(
            PartitionOf(survivor), Sample.Noon.AddYears(1), 10, null,
            Cancellation)).ShouldContain(item => item.Customer == survivor && item.Input is TurnInput.Due);
    }

    [Fact]
    public async Task Events_of_the_other_that_were_not_worked_off_come_again_behind_the_alias()
    {
        var (survivor, merged, otherId) = await TwoInDifferentPartitions();
        var waiting = await Accept(Sample.Event("o1", otherId));
        var alias = await Accept(Sample.Alias("a1", "survivor", otherId));
        await Merge(survivor, merged, alias.Event!.Seq);
        (await Store.Inbox.ReadBacklogAsync(PartitionOf(merged), waiting.Event!.Seq - 1, 10, null, Cancellation)).ShouldBeEmpty();
        var moved = await Store.Inbox.ReadBacklogAsync(PartitionOf(survivor), alias.Event.Seq, 10, null, Cancellation);
        moved.ShouldContain(one => one.Customer == survivor && one.Event!.Name == waiting.Event.Name && one.Event.Seq > alias.Event.Seq);
        await Merge(survivor, merged, alias.Event.Seq);
        (await Store.Inbox.ReadBacklogAsync(PartitionOf(survivor), alias.Event.Seq, 10, null, Cancellation)).Count.ShouldBe(moved.Count);
    }

    [Fact]
    public async Task The_survivor_holds_no_more_than_a_customer_may_and_keeps_its_own()
    {
        var (survivor, merged, otherId) = await TwoInDifferentPartitions();
        var first = await Accept(Sample.Event("s1", "survivor"));
        var other = await Accept(Sample.Event("o1", otherId));
        await Commit(
            survivor, first.Event!.Seq, [new Change.CustomerChanged(Person(survivor, Fields("a", 400), new Consent())), .. Tags("a", 150)]);
        await Commit(
            merged, other.Event!.Seq, [new Change.CustomerChanged(Person(merged, Fields("b", 300), new Consent())), .. Tags("b", 100)]);

        await Merge(survivor, merged, first.Event.Seq);

        var customer = (await State(survivor)).Facts.Customer;
        (customer.Fields.Members.Count, customer.Tags.Count).ShouldBe((500, 200));
        (customer.Fields.Members.Keys.Count(name => name[0] == 'a'), customer.Tags.Keys.Count(tag => tag[0] == 'a')).ShouldBe((400, 150));
        customer.Tags.Keys.Where(tag => tag[0] == 'b').ShouldBe(Enumerable.Range(0, 50).Select(i => $"b{i:000}"));
    }

    [Fact]
    public async Task Changes_told_together_are_read_back_as_so_many()
    {
        var (survivor, _, _) = await TwoInDifferentPartitions();
        var first = await Accept(Sample.Event("s1", "survivor"));
        var told = new CustomerEvent
        {
            Seq = first.Event!.Seq + 1, Name = EventNames.FieldChanged, Kind = EventKind.Own, At = Sample.Noon, ArrivedAt = Sample.Noon,
            Source = CustomerEvent.OwnSource,
            Properties = Properties.Parse("""{"count":12,"fields":["a","b"]}"""),
        };
        var alone = told with { Seq = told.Seq + 1, Properties = Properties.Parse("""{"field":"count","from":null,"to":3}""") };

        await Commit(survivor, first.Event.Seq, new Change.EventRaised(told), new Change.EventRaised(alone));

        (await State(survivor)).Facts.Happenings.TakeLast(2).Select(happening => happening.Times).ShouldBe([12, 1]);
    }

    private static string Fields(string name, int count) =>
        "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{name}{i:000}\":{i}")) + "}";

    private static IEnumerable<Change> Tags(string name, int count) =>
        Enumerable.Range(0, count).Select(i => new Change.TagAdded($"{name}{i:000}", default));

    private async Task Merge(CustomerId survivor, CustomerId merged, long doneThrough)
    {
        var partition = PartitionOf(survivor);
        var start = await Store.Partitions.TakeAsync(partition, Cancellation);
        await Store.Turns.MergeAsync(
            Sample.Company.Id, survivor, merged, new TurnBatch(partition, start.Fence, doneThrough, []), Cancellation);
    }

    /// <summary>Two customers in different partitions, all their events worked off.</summary>
    private async Task<(CustomerId Survivor, CustomerId Merged, string OtherId)> TwoInDifferentPartitions()
    {
        var survivor = (await Accept(Sample.Event("start", "survivor"))).Customer;
        for (var i = 0; ; i++)
        {
            var other = await Accept(Sample.Event($"try{i}", $"try{i}", "Try"));
            if (PartitionOf(other.Customer) == PartitionOf(survivor)) continue;
            await Commit(survivor, other.Event!.Seq);
            await Commit(other.Customer, other.Event.Seq);
            return (survivor, other.Customer, $"try{i}");
        }
    }

    private static Customer Person(CustomerId id, string fields, Consent consent) =>
        new() { Id = id, Company = Sample.Company.Id, Fields = Properties.Parse(fields), Consent = consent };
}
