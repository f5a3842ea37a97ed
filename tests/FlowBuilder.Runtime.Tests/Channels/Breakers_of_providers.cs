using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Channels;

public sealed class Breakers_of_providers
{
    private static readonly ChannelAnswer Failed = new ChannelAnswer.NotSent("hooks.example did not answer in time.", Final: false)
    {
        ProviderFailed = true
    };
    private static readonly ChannelAnswer Refused = new ChannelAnswer.NotSent("hooks.example refused the call (error 404).", Final: true);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private int _calls;

    private ProviderBreaker New() => new("hooks.example", _clock);

    private Task<ChannelAnswer> TryAsync(ProviderBreaker breaker, ChannelAnswer answer) => breaker.TryAsync(() =>
    {
        _calls++;
        return Task.FromResult(answer);
    });

    private async Task OpenAsync(ProviderBreaker breaker)
    {
        for (var call = 0; call < ProviderBreaker.Least; call++) (await TryAsync(breaker, Failed)).ShouldBe(Failed);
    }

    [Fact]
    public async Task Opens_after_failures_calls_nobody_and_says_why_and_how_long()
    {
        var breaker = New();
        breaker.Closed.ShouldBeNull();
        await OpenAsync(breaker);
        var door = breaker.Closed.ShouldNotBeNull();
        door.Because.ShouldBe("hooks.example keeps failing, so it is paused for a while. It will be retried automatically.");
        door.Wait.ShouldBe(ProviderBreaker.FirstBreak);
        var told = (await TryAsync(breaker, Failed)).ShouldBeOfType<ChannelAnswer.NotTried>();
        (told.Because, told.Wait).ShouldBe((door.Because, door.Wait));
        _calls.ShouldBe(ProviderBreaker.Least);
    }

    [Fact]
    public async Task A_refusal_of_the_message_or_an_odd_failure_does_not_open_it()
    {
        var breaker = New();
        for (var call = 0; call < 50; call++) await TryAsync(breaker, call % 3 == 0 ? Failed : Refused);
        breaker.Closed.ShouldBeNull();
        _calls.ShouldBe(50);
    }

    [Fact]
    public async Task One_probe_closes_it_when_the_provider_answers_and_opens_it_for_longer_when_not()
    {
        var breaker = New();
        await OpenAsync(breaker);
        foreach (var longer in new[] { 1, 2 })
        {
            _clock.Advance(breaker.Closed!.Wait);
            breaker.Closed.ShouldBeNull("one may try");
            (await TryAsync(breaker, Failed)).ShouldBe(Failed);
            breaker.Closed!.Wait.ShouldBe(ProviderBreaker.FirstBreak * Math.Pow(2, longer));
        }

        _clock.Advance(breaker.Closed!.Wait);
        (await TryAsync(breaker, Refused)).ShouldBe(Refused);
        breaker.Closed.ShouldBeNull();
        (await TryAsync(breaker, Failed)).ShouldBe(Failed);
    }

    [Fact]
    public async Task While_it_is_probed_the_others_wait()
    {
        var breaker = New();
        await OpenAsync(breaker);
        _clock.Advance(breaker.Closed!.Wait);
        var answer = new TaskCompletionSource<ChannelAnswer>();
        var probe = breaker.TryAsync(() => answer.Task);
        breaker.Closed.ShouldNotBeNull();
        (await TryAsync(breaker, Refused)).ShouldBeOfType<ChannelAnswer.NotTried>().Wait.ShouldNotBeNull();
        answer.SetResult(Refused);
        (await probe).ShouldBe(Refused);
        breaker.Closed.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 60)]
    [InlineData(4, 480)]
    [InlineData(5, 600)]
    [InlineData(5_000, 600)]
    public void Breaks_grow_to_ten_minutes(int probes, int seconds) =>
        ProviderBreaker.BreakAfter(probes).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task One_company_closes_no_door_to_another_and_troubles_name_nobody()
    {
        var breakers = new ProviderBreakers(_clock);
        breakers.Troubles.ShouldBeEmpty();
        await OpenAsync(breakers.Of(Channel.Webhook, new CompanyId(1), "hooks.example:443", "hooks.example"));
        breakers.Closed(Channel.Webhook, new CompanyId(1), "hooks.example:443").ShouldNotBeNull();
        breakers.Closed(Channel.Webhook, new CompanyId(2), "hooks.example:443").ShouldBeNull();
        breakers.Closed(Channel.Webhook, new CompanyId(1), "other.example:443").ShouldBeNull();
        breakers.Troubles.ShouldBe(["1 webhook host keeps failing: calls to it are waiting and will be retried automatically."]);
        await OpenAsync(breakers.Of(Channel.Email, null, "smtp", "The mail server"));
        breakers.Troubles[0].ShouldBe("The mail server cannot be reached: emails are waiting and will be retried automatically.");
    }

    [Fact]
    public void No_more_are_kept_than_a_cap()
    {
        var breakers = new ProviderBreakers(_clock);
        for (var host = 0; host < ProviderBreakers.Most + 700; host++)
            breakers.Of(Channel.Webhook, new CompanyId(1), $"h{host}.example", "h");
        breakers.Count.ShouldBeLessThanOrEqualTo(ProviderBreakers.Most);
    }
}
