using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>The pumps of a real engine on a real database, but driven round by round by the test,
/// with clocks of the test and a store that counts what it is asked.</summary>
internal sealed class HandDrivenPumps : IAsyncDisposable
{
    /// <summary>More rounds in a row than any of the tests' work needs: a pump that goes on for so long spins.</summary>
    private const int Spinning = 500;

    private readonly PartitionQueue[] _queues;
    private readonly PartitionPump[] _pumps;
    private readonly CountedStore.Looks _looks = new();
    private readonly HandClock _clock;
    private readonly FakeTimeProvider _system;

    private HandDrivenPumps(EngineHost host, HandClock clock, FakeTimeProvider system, Func<IIdStore, IIdStore>? ids)
    {
        Host = host;
        _clock = clock;
        _system = system;
        var tools = host.Services.GetRequiredService<PumpTools>();
        tools = tools with
        {
            Inbox = CountedStore.Of(tools.Inbox, _looks),
            Due = CountedStore.Of(tools.Due, _looks),
            Outbox = CountedStore.Of(tools.Outbox, _looks),
            Ids = ids is null ? tools.Ids : new NewIds(ids(host.Services.GetRequiredService<IIdStore>())),
            SystemClock = system,
            Delivery = tools.Delivery with { SystemClock = system },
        };
        var partitions = host.Services.GetRequiredService<EngineOptions>().Partitions;
        _queues = [.. Enumerable.Range(0, partitions).Select(_ => new PartitionQueue())];
        _pumps = [.. _queues.Select((queue, partition) => new PartitionPump(partition, queue, tools, new NoPeers()))];
    }

    public EngineHost Host { get; }

    public int Partitions => _pumps.Length;

    public DateTimeOffset Now => _clock.Now;

    /// <summary>Questions about what is due or has arrived that the pumps have put to the store.</summary>
    public int Reads => _looks.Reads;

    /// <param name="email">Takes the emails.</param>
    /// <param name="ids">What stands before the store of ids; null: nothing.</param>
    public static async Task<HandDrivenPumps> StartAsync(RecordingChannel email, Func<IIdStore, IIdStore>? ids = null)
    {
        var start = new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
        var (clock, system) = (new HandClock { Time = start }, new FakeTimeProvider(start));
        var host = await EngineHost.StartAsync([email], replace: services =>
        {
            services.RemoveAll<ProductClock>();
            services.AddSingleton<ProductClock>(clock);
            services.Remove(services.Single(
                service => service.ImplementationType == typeof(PumpPlacement) && service.ServiceType == typeof(IHostedService)));
        });
        var pumps = new HandDrivenPumps(host, clock, system, ids);
        foreach (var pump in pumps._pumps) await pump.TakeOverAsync(CancellationToken.None);
        return pumps;
    }

    /// <summary>Takes events in and works them off.</summary>
    public async Task HappenAsync(params IncomingEvent[] events)
    {
        await TakeInAsync(events);
        await SettleAsync();
    }

    /// <summary>Takes events in; nothing works yet.</summary>
    public async Task TakeInAsync(IncomingEvent[] events)
    {
        await Host.Intake.AcceptAsync(events, CancellationToken.None);
        foreach (var queue in _queues)
            foreach (var company in events.Select(one => one.Company).Distinct()) queue.InboxGrew(company);
    }

    /// <summary>Stores an event, hands it over and works it off.</summary>
    public async Task HandOverAsync(IncomingEvent incoming)
    {
        foreach (var stored in await Host.Store.Inbox.AcceptAsync([incoming], Now, CancellationToken.None))
            _queues[stored.Customer.PartitionOf(_queues.Length)].HandOver(stored);
        await SettleAsync();
    }

    /// <summary>Puts an input in that nobody waits for; nothing works yet.</summary>
    public void Tell(CustomerId customer, TurnInput input) =>
        _queues[customer.PartitionOf(_queues.Length)].Tell(Host.Company, customer, input);

    /// <summary>So many rounds of every pump.</summary>
    public async Task RoundsAsync(int rounds)
    {
        for (; rounds > 0; rounds--)
            foreach (var pump in _pumps) await pump.RoundAsync(CancellationToken.None);
    }

    /// <summary>The program died and began again: all that was in the pumps' memory is gone.</summary>
    public async Task TakeOverAsync()
    {
        foreach (var pump in _pumps) await pump.TakeOverAsync(CancellationToken.None);
    }

    /// <summary>Puts an input in and works it off; the answer is the caller's to ignore.</summary>
    public async Task AskAsync(CustomerId customer, TurnInput input)
    {
        var answer = _queues[customer.PartitionOf(_queues.Length)].Ask(Host.Company, customer, input);
        await SettleAsync();
        await answer;
    }

    /// <summary>Both clocks go on.</summary>
    public void Pass(TimeSpan time)
    {
        _clock.Time += time;
        _system.Advance(time);
    }

    /// <summary>Works until every pump rests, and answers with the shortest rest.</summary>
    public async Task<TimeSpan> SettleAsync()
    {
        var shortest = TimeSpan.MaxValue;
        foreach (var pump in _pumps)
        {
            var rounds = 0;
            TimeSpan rest;
            while ((rest = await pump.RoundAsync(CancellationToken.None)) == TimeSpan.Zero)
                (++rounds).ShouldBeLessThan(Spinning, "The pump does not come to rest.");
            if (rest < shortest) shortest = rest;
        }

        return shortest;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        foreach (var queue in _queues) queue.Dispose();
    }

    /// <summary>No customer was joined to another.</summary>
    private sealed class NoPeers : IPartitionPeers
    {
        public Task MergeAsync(StoredEvent alias, CancellationToken cancellation) =>
            throw new NotSupportedException("No alias is sent here.");

        public bool Forward(CompanyId company, CustomerId customer, TurnInput input, TaskCompletionSource<TurnAnswer>? asker) => false;

        public void Erased(CustomerId erased)
        {
        }
    }

    /// <summary>A product clock that stands until it is moved.</summary>
    private sealed class HandClock : ProductClock
    {
        public DateTimeOffset Time { get; set; }

        public override event Action? Moved
        {
            add { }
            remove { }
        }

        public override DateTimeOffset GetUtcNow() => Time;
    }
}
