using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Storage.Ports;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Ports;

/// <summary>Ids grow, are given to one only, and whoever waits for more holds no thread.</summary>
public sealed class NewIdsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Blocks_grow_and_none_is_given_twice_however_many_ask_at_once()
    {
        var ids = new NewIds(new Reserve());
        var blocks = new List<IdBlock>();
        await Parallel.ForEachAsync(Enumerable.Range(1, 500), Cancellation, async (number, cancellation) =>
        {
            var block = await ids.TakeAsync(number % 70 + 1, cancellation);
            lock (blocks) blocks.Add(block);
        });

        var given = blocks.SelectMany(Drawn).ToList();
        given.Distinct().Count().ShouldBe(given.Count);
        given.Count.ShouldBe(Enumerable.Range(1, 500).Sum(number => (number % 70) + 1));
    }

    [Fact]
    public async Task What_is_left_of_the_newest_block_is_given_again_and_of_an_older_one_is_lost()
    {
        var ids = new NewIds(new Reserve());
        var first = await ids.TakeAsync(100, Cancellation);
        var last = first.Next();
        ids.GiveBack(first);
        (await ids.NextAsync(Cancellation)).ShouldBe(last + 1);
        Should.Throw<IdsUsedUpException>(() => first.Next());

        var older = await ids.TakeAsync(100, Cancellation);
        var newer = await ids.TakeAsync(100, Cancellation);
        ids.GiveBack(older);
        (await ids.NextAsync(Cancellation)).ShouldBeGreaterThan(newer.End - 1);
    }

    [Fact]
    public async Task A_block_larger_than_what_is_reserved_at_once_is_whole()
    {
        var ids = new NewIds(new Reserve());
        await ids.NextAsync(Cancellation);
        Drawn(await ids.TakeAsync(20_000, Cancellation)).Count().ShouldBe(20_000);
    }

    [Fact]
    public async Task Whoever_asks_while_none_are_left_waits_and_a_reservation_that_failed_is_tried_again()
    {
        var reserve = new Reserve { Answer = new TaskCompletionSource<long>() };
        var ids = new NewIds(reserve);
        var waiting = ids.TakeAsync(5, Cancellation).AsTask();
        waiting.IsCompleted.ShouldBeFalse("nobody is held up: it is a task that waits");
        reserve.Answer.SetException(new InvalidOperationException("The disk is full."));
        reserve.Answer = null;
        await Should.ThrowAsync<InvalidOperationException>(() => waiting);
        (await ids.TakeAsync(5, Cancellation)).Size.ShouldBe(5);
    }

    [Fact]
    public async Task Numbers_another_program_took_in_between_are_not_given()
    {
        var reserve = new Reserve();
        var ids = new NewIds(reserve);
        var before = await ids.TakeAsync(4_000, Cancellation);
        await reserve.ReserveAsync(10_000, Cancellation);
        var after = await ids.TakeAsync(4_000, Cancellation);
        var behind = await ids.TakeAsync(4_000, Cancellation);
        Drawn(before).Concat(Drawn(after)).Concat(Drawn(behind)).ShouldNotContain(id => reserve.Others.Contains(id));
        behind.End.ShouldBeGreaterThan(after.End);
    }

    private static IEnumerable<long> Drawn(IdBlock block) => Enumerable.Range(0, (int)block.Size).Select(_ => block.Next()).ToList();

    /// <summary>Reserves numbers as a database does.</summary>
    private sealed class Reserve : IIdStore
    {
        private long _next = 1;

        public TaskCompletionSource<long>? Answer { get; set; }

        /// <summary>Numbers reserved in blocks of 10,000: those of another program.</summary>
        public HashSet<long> Others { get; } = [];

        public Task<long> ReserveAsync(int count, CancellationToken cancellation)
        {
            if (Answer is { } answer) return answer.Task;
            lock (Others)
            {
                var first = _next;
                _next += count;
                if (count == 10_000) Others.UnionWith(Enumerable.Range(0, count).Select(number => first + number));
                return Task.FromResult(first);
            }
        }
    }
}
