using FlowBuilder.Web.Auth.Limits;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Limits;

public sealed class Buckets_fill_up
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_full_bucket_gives_what_it_holds_and_then_says_how_long_to_wait()
    {
        var buckets = new Buckets<string>(size: 10, refill: 2, TimeSpan.FromSeconds(1), _clock);
        buckets.Take("ann", 10).ShouldBeNull();
        buckets.Take("ann").ShouldBe(TimeSpan.FromSeconds(1));
        buckets.Take("ann", 3).ShouldBe(TimeSpan.FromSeconds(2));
        buckets.Take("bob", 10).ShouldBeNull("everyone has a bucket of their own");
    }

    [Fact]
    public void What_comes_in_comes_in_whole_portions_and_a_begun_one_is_not_lost()
    {
        var buckets = new Buckets<string>(size: 10, refill: 2, TimeSpan.FromSeconds(1), _clock);
        buckets.Take("ann", 10);
        _clock.Advance(TimeSpan.FromMilliseconds(1_500));
        buckets.Take("ann", 3).ShouldBe(TimeSpan.FromMilliseconds(500));
        buckets.Take("ann", 2).ShouldBeNull();
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        buckets.Take("ann", 2).ShouldBeNull();
    }

    [Fact]
    public void A_long_rest_fills_no_more_than_a_bucket_holds()
    {
        var buckets = new Buckets<string>(size: 3, refill: 3, TimeSpan.FromMinutes(1), _clock);
        buckets.Take("ann").ShouldBeNull();
        _clock.Advance(TimeSpan.FromDays(400));
        buckets.Take("ann", 3).ShouldBeNull();
        buckets.Take("ann").ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_window_begins_with_the_first_that_is_taken()
    {
        var buckets = new Buckets<string>(size: 2, refill: 2, TimeSpan.FromMinutes(1), _clock);
        _clock.Advance(TimeSpan.FromSeconds(59));
        buckets.Take("ann", 2).ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(59));
        buckets.Take("ann").ShouldBe(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        buckets.Take("ann", 2).ShouldBeNull();
    }

    [Fact]
    public void Buckets_that_are_full_again_are_forgotten()
    {
        var buckets = new Buckets<int>(size: 5, refill: 1, TimeSpan.FromSeconds(1), _clock);
        for (var key = 0; key < 1_000; key++) buckets.Take(key);
        _clock.Advance(TimeSpan.FromMinutes(1));
        buckets.Take(-1);
        buckets.Count.ShouldBe(1);
    }
}
