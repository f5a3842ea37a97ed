using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Progress;

public sealed class LiveFeedTests
{
    private static readonly LiveTopic Reviews = LiveTopic.Reviews(new CompanyId(1));
    private static readonly LiveTopic Counts = LiveTopic.Counts(new CompanyId(1), new SequenceId(Guid.NewGuid()));
    private readonly FakeTimeProvider _clock = new();
    private readonly LiveFeed _feed;

    public LiveFeedTests() => _feed = new LiveFeed(_clock);

    [Fact]
    public void The_first_change_goes_out_at_once_and_the_next_ones_together_when_the_rest_is_over()
    {
        using var watcher = _feed.Subscribe(Counts);
        _feed.Touch(Counts);
        watcher.Changes.TryRead(out var first).ShouldBeTrue();
        for (var i = 0; i < 100; i++) _feed.Touch(Counts);
        watcher.Changes.TryRead(out _).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        watcher.Changes.TryRead(out var second).ShouldBeTrue();
        second.ShouldBeGreaterThan(first);
        _clock.Advance(TimeSpan.FromSeconds(1));
        watcher.Changes.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void At_most_four_updates_a_second_of_numbers_and_ten_of_queues()
    {
        Updates(Counts).ShouldBe(4 + 1);
        Updates(Reviews).ShouldBe(10 + 1);
    }

    [Fact]
    public void Another_company_and_another_topic_hear_nothing()
    {
        using var theirs = _feed.Subscribe(LiveTopic.Reviews(new CompanyId(2)));
        using var other = _feed.Subscribe(LiveTopic.Activity(new CompanyId(1)));
        _feed.Touch(Reviews);
        theirs.Changes.TryRead(out _).ShouldBeFalse();
        other.Changes.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void A_watcher_that_ended_is_forgotten_and_its_reader_ends()
    {
        var watcher = _feed.Subscribe(Reviews);
        _feed.WatchersOf(Reviews).ShouldBe(1);
        watcher.Dispose();
        watcher.Dispose();
        _feed.WatchersOf(Reviews).ShouldBe(0);
        watcher.Changes.Completion.IsCompleted.ShouldBeTrue();
        _feed.Touch(Reviews);
    }

    [Fact]
    public void A_slow_watcher_holds_up_nobody_and_misses_nothing_but_repetitions()
    {
        using var slow = _feed.Subscribe(Reviews);
        using var quick = _feed.Subscribe(Reviews);
        for (var i = 0; i < 5; i++)
        {
            _feed.Touch(Reviews);
            quick.Changes.TryRead(out _).ShouldBeTrue();
            _clock.Advance(Reviews.Rest);
        }

        slow.Changes.TryRead(out var version).ShouldBeTrue();
        version.ShouldBe(5);
        slow.Changes.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_follows_is_told_when_following_fails_and_follows_no_longer()
    {
        var told = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = _feed.Follow(Reviews, () => throw new InvalidOperationException("The disk is gone."), fault =>
        {
            told.SetResult(fault);
            return Task.CompletedTask;
        });
        _feed.Touch(Reviews);
        (await told.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Message.ShouldBe("The disk is gone.");
        _feed.WatchersOf(Reviews).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_left_in_the_middle_of_it_is_told_nothing()
    {
        var (begun, left) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        var told = false;
        var watcher = _feed.Follow(Reviews, async () =>
        {
            begun.SetResult();
            await left.Task;
            throw new ObjectDisposedException("screen");
        }, _ =>
        {
            told = true;
            return Task.CompletedTask;
        });
        _feed.Touch(Reviews);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        watcher.Dispose();
        // What follows runs on this very thread.
        left.SetResult();
        told.ShouldBeFalse();
    }

    private int Updates(LiveTopic topic)
    {
        using var watcher = _feed.Subscribe(topic);
        var updates = 0;
        for (var at = 0; at <= 1000; at += 10)
        {
            _feed.Touch(topic);
            if (watcher.Changes.TryRead(out _)) updates++;
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        return updates;
    }
}
