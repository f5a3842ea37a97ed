using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using FlowBuilder.Runtime.Delivery;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Runtime.Tests.Pump;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Delivery;

/// <summary>A provider that hangs holds up nobody but those who want something of it. By count and order, never by time.</summary>
public sealed class SendingLaneTests
{
    private const string Calls = """
        { "format": "flowbuilder.sequence/1", "title": "Calls", "description": "", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Call" }, "at": [0, 0] },
            { "id": "call", "kind": "action", "step": { "type": "call-webhook", "url": "https://hooks.example/a" }, "at": [0, 100] } ],
          "edges": [ { "from": "t", "to": "call" } ] }
        """;

    private const string Mails = """
        { "format": "flowbuilder.sequence/1", "title": "Mails", "description": "", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Mail" }, "at": [0, 0] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "hello" }, "at": [0, 100] } ],
          "edges": [ { "from": "t", "to": "mail" } ] }
        """;

    private const int Hanging = 300;
    private const int Places = 4 * 16;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A webhook channel that answers only when the test does.</summary>
    /// <param name="answer">What it answers with.</param>
    /// <param name="full">Done when every place of the lane is taken: sixteen in each of four partitions.</param>
    private static RecordingChannel Never(TaskCompletionSource<ChannelAnswer> answer, TaskCompletionSource full)
    {
        var calls = 0;
        return new RecordingChannel(Channel.Webhook)
        {
            Answer = _ =>
            {
                if (Interlocked.Increment(ref calls) == Places) full.TrySetResult();
                return answer.Task;
            },
        };
    }

    private static Task CallAsync(EngineHost host) => host.Intake.AcceptAsync(
        [.. Enumerable.Range(0, Hanging)
            .SelectMany(index => new[] { host.Identify($"call-{index}", "{}"), host.Event("Call", $"call-{index}") })],
        Stop);

    private static async Task MailAsync(EngineHost host, int count)
    {
        await host.AddTemplateAsync("hello", Channel.Email, "Hello", null, "Hello");
        await host.PublishAsync(Mails);
        await host.Intake.AcceptAsync([.. Enumerable.Range(0, count).SelectMany(index => new[]
        {
            host.Identify($"mail-{index}", $$"""{"email":"m{{index}}@example.com","email_consent":true}"""),
            host.Event("Mail", $"mail-{index}"),
        })], Stop);
        await host.UntilAsync(
            context => context.Messages.CountAsync(message => message.Channel == Channel.Email && message.State == MessageState.Sent),
            sent => sent == count);
    }

    private static Task<int> AllUnderWayOrWaitingAsync(EngineHost host) =>
        host.UntilAsync(
            context => context.Messages.CountAsync(message => message.Channel == Channel.Webhook && message.State <= MessageState.Sending),
            count => count == Hanging);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Webhooks_that_are_never_answered_hold_up_neither_the_emails_of_the_same_company_nor_those_of_another(int company)
    {
        var answer = new TaskCompletionSource<ChannelAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (calls, emails) = (Never(answer, full), new RecordingChannel());
        await using var host = await EngineHost.StartAsync([calls, emails]);
        await host.PublishAsync(Calls);
        await CallAsync(host);
        await AllUnderWayOrWaitingAsync(host);
        await full.Task.WaitAsync(Stop);

        await host.ActForAsync(new CompanyId(company));
        await MailAsync(host, 8);

        emails.Ledger.Count.ShouldBe(8);
        calls.Ledger.Count.ShouldBe(Places, "none of the further calls went before the emails");
        var progress = await host.Engine.ReadProgressAsync(TestContext.Current.CancellationToken);
        progress.OldestUnclaimed.ShouldBeNull("what waits for a place at its provider is no work a pump has left lying");
        progress.OldestMessage.ShouldNotBeNull();
        progress.PumpsRunning.ShouldBe(progress.Partitions);

        answer.SetResult(new ChannelAnswer.Sent(null));
        await host.Engine.DrainAsync(Stop);
        calls.Ledger.Select(message => message.Id).Distinct().Count().ShouldBe(Hanging);
        calls.Ledger.Count.ShouldBe(Hanging, "each once");
    }

    [Fact]
    public async Task A_restart_with_full_lanes_hands_over_the_rest_and_nothing_twice()
    {
        var answer = new TaskCompletionSource<ChannelAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (first, second) = (Never(answer, full), new RecordingChannel(Channel.Webhook));
        var folder = Directory.CreateTempSubdirectory("flowbuilder-").FullName;
        await using (var host = await EngineHost.StartAsync([first], folder))
        {
            await host.PublishAsync(Calls);
            await CallAsync(host);
            await AllUnderWayOrWaitingAsync(host);
            await full.Task.WaitAsync(Stop);
            var stopping = host.StopAsync();
            answer.SetResult(new ChannelAnswer.Sent(null));
            await stopping;
        }

        await using (var host = await EngineHost.StartAsync([second], folder))
        {
            await host.UntilAsync(
                context => context.Messages.CountAsync(message => message.State == MessageState.Sent), sent => sent == Hanging);
            first.Ledger.Concat(second.Ledger).Select(message => message.Id).ShouldBeUnique();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_host_that_fails_again_and_again_is_left_alone_and_its_messages_say_so_while_another_host_goes_on()
    {
        var calls = new FailingHost(new ProviderBreakers(new FakeTimeProvider(DateTimeOffset.UtcNow)));
        await using var host = await EngineHost.StartAsync([calls]);
        await host.PublishAsync(Calls);
        await host.PublishAsync(Calls.Replace("hooks.example", "good.example", StringComparison.Ordinal)
            .Replace("\"Call\"", "\"Good\"", StringComparison.Ordinal));
        for (var call = 0; call < ProviderBreaker.Least; call++)
            await host.HappenAsync(host.Identify($"bad-{call}", "{}"), host.Event("Call", $"bad-{call}"));
        calls.Calls("hooks.example").ShouldBe(ProviderBreaker.Least);

        for (var call = 0; call < 40; call++)
            await host.HappenAsync(
                host.Identify($"more-{call}", "{}"), host.Event("Call", $"more-{call}"), host.Event("Good", $"more-{call}"));

        calls.Calls("hooks.example").ShouldBe(ProviderBreaker.Least, "no one calls any more");
        calls.Calls("good.example").ShouldBe(40);
        await using var context = host.Context();
        var waiting = await context.Messages
            .Where(message => message.State == MessageState.Waiting && message.Attempts == 0)
            .ToListAsync(Stop);
        waiting.Count.ShouldBe(40);
        waiting.ShouldAllBe(message => message.Because!.StartsWith("hooks.example keeps failing"));
        (await context.Enrollments.CountAsync(run => run.State == EnrollmentState.Done, Stop)).ShouldBe(40);
    }

    [Fact]
    public async Task A_message_that_was_not_tried_waits_again_without_losing_an_attempt_or_its_text()
    {
        var answers = new Queue<ChannelAnswer>([new ChannelAnswer.NotTried("No one was there."), new ChannelAnswer.Sent("p1")]);
        var emails = new RecordingChannel { Answer = _ => Task.FromResult(answers.Dequeue()) };
        await using var host = await EngineHost.StartAsync([emails]);
        await MailAsync(host, 1);
        var (one, two) = (emails.Ledger.First(), emails.Ledger.Last());
        emails.Ledger.Count.ShouldBe(2);
        (two.Id, two.Attempts, two.Text).ShouldBe((one.Id, 1, one.Text));
    }

    [Fact]
    public async Task Lanes_take_turns_and_one_that_is_full_is_not_even_asked()
    {
        var (proxy, store) = EndlessLanes.Of(4);
        var hands = new LaneHands(0, proxy);
        await hands.ReloadAsync();
        var now = DateTimeOffset.UnixEpoch;
        var full = new SendingLane(new CompanyId(1), Channel.Webhook);
        for (var round = 0; round < 5; round++)
        {
            store.Asked.Clear();
            (await hands.TakeAsync(now, now, lane => lane == full ? 0 : 16, 30)).Count.ShouldBe(30);
            store.Asked.ShouldNotContain(full);
            store.Asked.Count.ShouldBe(3, "ten of each");
            await hands.SettleAsync(moved: true);
        }

        var soonest = DateTimeOffset.MaxValue;
        hands.Next(_ => 0, (due, _) => soonest = due ?? soonest);
        soonest.ShouldBe(DateTimeOffset.MaxValue, "nothing is due where nothing can go");
    }

    [Fact]
    public async Task With_more_lanes_than_fit_into_a_batch_every_lane_has_its_turn()
    {
        var (proxy, store) = EndlessLanes.Of(100);
        var hands = new LaneHands(0, proxy);
        await hands.ReloadAsync();
        for (var round = 0; round < 10; round++)
        {
            await hands.TakeAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, _ => 16, 10);
            await hands.SettleAsync(moved: true);
        }

        store.Asked.Distinct().Count().ShouldBe(100);
    }

    [Fact]
    public void A_thousand_hanging_lanes_leave_a_place_to_the_next_one()
    {
        var places = new SendingPlaces(new FakeTimeProvider());
        for (var company = 1; company <= 1_000; company++)
        {
            var lane = new SendingLane(new CompanyId(company), Channel.Webhook);
            places.Free(lane).ShouldBeGreaterThan(0);
            while (places.Free(lane) > 0) places.Enter(lane);
        }

        places.UnderWay.ShouldBeLessThan(SendingPlaces.Crowd + (1_000 * SendingPlaces.WhenCrowded));
        places.Leave(new SendingLane(new CompanyId(1), Channel.Webhook));
    }

    /// <summary>A webhook channel whose one host always fails, behind real breakers.</summary>
    private sealed class FailingHost(ProviderBreakers breakers) : Runtime.Channels.IMessageChannel
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _calls = new();

        public Channel Channel => Channel.Webhook;

        public bool IsIdempotent => true;

        public int Calls(string host) => _calls.Count(call => call == host);

        public ProviderPause? ClosedTo(CompanyId company, Message message) =>
            breakers.Closed(Channel.Webhook, company, new Uri(message.To).Host);

        public Task<ChannelAnswer> SendAsync(Company company, Message message, Action leaves, CancellationToken cancellation)
        {
            var host = new Uri(message.To).Host;
            return breakers.Of(Channel.Webhook, company.Id, host, host).TryAsync(() =>
            {
                _calls.Enqueue(host);
                return Task.FromResult<ChannelAnswer>(
                    host == "good.example"
                        ? new ChannelAnswer.Sent(null)
                        : new ChannelAnswer.NotSent("It did not answer.", Final: false) { ProviderFailed = true });
            });
        }
    }
}
