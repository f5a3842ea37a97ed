using CsCheck;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>Events reach the lanes once and in order, whether they are handed over, in whatever
/// order that happens, or only hinted at and read from the tables.</summary>
public sealed class InboxTests
{
    /// <summary>What happens to the inbox, by number: how many events, whose, and what is done with them.</summary>
    private static readonly Gen<(int Kind, int Count, int Company)[]> _happenings =
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, 40], Gen.Int[1, 3]).Array[3, 40];

    [Fact]
    public async Task Every_event_is_taken_once_and_in_its_companys_order_however_it_is_told()
    {
        await using var pumps = await HandDrivenPumps.StartAsync(new RecordingChannel());
        var store = pumps.Host.Services.GetRequiredService<PumpTools>().Inbox;
        var partitions = pumps.Host.Services.GetRequiredService<EngineOptions>().Partitions;
        var (number, begun) = (0, 0L);
        await _happenings.SampleAsync(
            async happenings =>
            {
                var (inbox, lanes) = (new Inbox(0, store), new CompanyLanes());
                inbox.Start(begun);
                var (stored, taken, untold) = (new List<StoredEvent>(), new List<StoredEvent>(), new List<List<StoredEvent>>());
                foreach (var (kind, count, company) in happenings)
                {
                    switch (kind)
                    {
                        case < 4:
                            var accepted = await store.AcceptAsync(
                                [.. Enumerable.Range(0, count).Select(_ => Event(company, number++))], pumps.Now, CancellationToken.None);
                            var mine = accepted.Where(one => one.Customer.PartitionOf(partitions) == 0).ToList();
                            stored.AddRange(mine);
                            if (mine.Count > 0) untold.Add(mine);
                            break;
                        case < 7:
                            Tell(count);
                            break;
                        case 7:
                            inbox.Reload();
                            break;
                        default:
                            await inbox.ReadAsync(lanes);
                            Take(count);
                            break;
                    }
                }

                while (untold.Count > 0) Tell(number);
                do await inbox.ReadAsync(lanes);
                while (Take(100));

                taken.Select(one => one.Event!.Seq).ShouldBe(stored.Select(one => one.Event!.Seq), ignoreOrder: true);
                foreach (var company in taken.GroupBy(one => one.Company)) company.Select(one => one.Event!.Seq).ShouldBeInOrder();
                foreach (var one in taken)
                    one.Event!.Properties.ShouldBe(stored.First(other => other.Event!.Seq == one.Event.Seq).Event!.Properties);
                if (stored.Count > 0) begun = stored[^1].Event!.Seq;

                void Tell(int which)
                {
                    if (untold.Count == 0) return;
                    var told = untold[which % untold.Count];
                    untold.Remove(told);
                    // Some are only hinted at: the queue was full.
                    if (which % 5 == 0) inbox.Grew(told[0].Company);
                    else inbox.HandOver(told, lanes);
                }

                bool Take(int most)
                {
                    var before = taken.Count;
                    while (taken.Count < before + most && lanes.Next() is { } lane) taken.Add(lanes.TakeEvent(lane));
                    // What a commit would call done has been taken.
                    var done = inbox.DoneThrough(lanes);
                    stored.Where(one => one.Event!.Seq <= done)
                        .ShouldBeSubsetOf(taken.Select(one => stored.First(other => other.Event!.Seq == one.Event!.Seq)));
                    return taken.Count > before;
                }
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task An_event_that_comes_when_all_before_it_is_read_is_not_read_back()
    {
        await using var pumps = await HandDrivenPumps.StartAsync(new RecordingChannel());
        // The first after a start is read: nobody knows what stood before it.
        await pumps.HandOverAsync(Event(1, 0));
        var reads = pumps.Reads;

        for (var number = 1; number <= 20; number++) await pumps.HandOverAsync(Event(1, 0, number));

        pumps.Reads.ShouldBe(reads);
        await using var context = pumps.Host.Context();
        context.Events.Count(happened => happened.Name == "Estimate Sent").ShouldBe(21);
        (await pumps.Host.Store.Partitions.ReadStandingAsync(pumps.Now, TestContext.Current.CancellationToken)).Unclaimed.ShouldBe(0);
    }

    private static IncomingEvent Event(int company, int customer, int number = 0) => new()
    {
        Company = new CompanyId(company), Source = "crm", MessageId = $"m{company}-{customer}-{number}", UserId = $"c{customer}",
        Kind = EventKind.Track, Name = "Estimate Sent",
        At = new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.FromHours(2)), Record = new RecordKey("estimate", "E-1"),
        Properties = Properties.Parse("""{"total":120.5,"note":"größer 🌱","empty":""}"""),
    };
}
