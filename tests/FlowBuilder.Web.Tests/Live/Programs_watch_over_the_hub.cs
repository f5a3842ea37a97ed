using System.Net;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Live;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Live;

public sealed class Programs_watch_over_the_hub : IAsyncLifetime
{
    private readonly ApiHost _host = new();
    private Uri _address = default!;

    public ValueTask InitializeAsync()
    {
        _address = _host.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_customer_who_enters_is_told_of_to_whoever_watches_the_sequence_and_the_activity()
    {
        var sequence = await _host.Manager().PublishAsync(Documents.FollowUp());
        await using var counts = await LiveRig.ConnectAsync(_address, "read-1");
        await using var activity = await LiveRig.ConnectAsync(_address, "read-1");
        await counts.WatchAsync("counts", sequence);
        await activity.WatchAsync("activity");

        await _host.SendEstimateAsync("live-1");

        var change = await counts.ChangeAsync();
        (change.Topic, change.Sequence, change.Version).ShouldBe(("counts", Guid.Parse(sequence), 1));
        (await activity.ChangeAsync()).ShouldBe(new LiveChange("activity", null, 1));
    }

    [Fact]
    public async Task A_review_is_told_of_to_a_manager_in_a_browser()
    {
        await _host.Manager().PublishAsync(Documents.FollowUp("Reviewed", review: true));
        await using var manager = await LiveRig.ConnectAsync(_host, _address, "manager");
        await manager.WatchAsync("reviews");

        await _host.SendEstimateAsync("live-2");

        (await manager.ChangeAsync()).Topic.ShouldBe("reviews");
    }

    [Fact]
    public async Task Nothing_is_told_after_unwatching_or_leaving()
    {
        var feed = _host.Get<LiveFeed>();
        var topic = LiveTopic.Reviews(new CompanyId(1));
        await using (var program = await LiveRig.ConnectAsync(_address, "read-1"))
        {
            await program.WatchAsync("reviews");
            await program.WatchAsync("reviews");
            feed.WatchersOf(topic).ShouldBe(1, "watching twice is watching once");
            await program.UnwatchAsync("reviews");
            feed.WatchersOf(topic).ShouldBe(0);
            await program.WatchAsync("reviews");
        }

        await LiveRig.UntilAsync(() => feed.Watchers == 0 && _host.Get<LiveConnections>().All.Count == 0);
    }

    [Fact]
    public async Task Companies_hear_nothing_of_each_other()
    {
        var sequence = await _host.Manager().PublishAsync(Documents.FollowUp());
        await using var other = await LiveRig.ConnectAsync(_address, "manage-2");
        foreach (var topic in (string[])["counts", "draft"])
            (await other.RefusedAsync(topic, sequence)).ShouldBe(await other.RefusedAsync(topic, Guid.NewGuid().ToString()), topic);
        foreach (var topic in (string[])["reviews", "activity", "attention"]) await other.WatchAsync(topic);
        await using var own = await LiveRig.ConnectAsync(_address, "read-1");
        await own.WatchAsync("activity");

        await _host.SendEstimateAsync("live-3");
        await own.ChangeAsync();

        // What would be for the other is behind what its own news brings.
        _host.Get<LiveFeed>().Touch(LiveTopic.Attention(new CompanyId(2)));
        (await other.ChangeAsync()).ShouldBe(new LiveChange("attention", null, 1));
        other.Unheard.ShouldBe(0);
    }

    [Fact]
    public async Task Mistakes_are_answered_in_words()
    {
        await using var program = await LiveRig.ConnectAsync(_address, "read-1");
        (await program.RefusedAsync(
            "secrets")).ShouldContain("That topic does not exist. Watch one of: counts, reviews, activity, attention, draft.");
        (await program.RefusedAsync("counts")).ShouldContain("“counts” is about one sequence: give its id");
        (await program.RefusedAsync("reviews", Guid.NewGuid().ToString())).ShouldContain("leave “sequence” out");
        (await program.RefusedAsync("counts", "no-id")).ShouldContain("That sequence does not exist.");
        (await program.RefusedAsync("draft", Guid.NewGuid().ToString())).ShouldContain("The right to see “draft” is missing.");
    }

    /// <summary>Attack A27: each refused call wrote a stack trace, so any key that reads could fill the log.</summary>
    [Fact]
    public async Task Whatever_is_refused_leaves_nothing_in_the_log()
    {
        using var log = new LogBook();
        // As the program is delivered: the ordinary level is Information.
        await using var host = new ApiHost().WithSettings(("Logging:LogLevel:Default", "Information")).LoggingTo(log);
        var address = host.Start();
        await using var program = await LiveRig.ConnectAsync(address, "read-1");
        await program.WatchAsync("reviews");
        var before = log.Lines.Count;
        for (var time = 0; time < 20; time++)
        {
            await program.RefusedAsync("secrets");
            await program.RefusedAsync("counts", "no-id");
            await program.RefusedAsync("draft", Guid.NewGuid().ToString());
            foreach (var (method, argument) in ((string, object)[])[("Nonsense", 1), ("Watch", 1), ("OnConnectedAsync", 1)])
                await Should.ThrowAsync<Microsoft.AspNetCore.SignalR.HubException>(() => program.SendAsync(method, argument));
        }

        await using (var loud = await LiveRig.ConnectAsync(address, "read-1"))
        {
            await Should.ThrowAsync<Exception>(() => loud.WatchAsync(new string('x', LiveRegistration.LargestMessage)));
            await loud.ClosedAsync();
        }

        log.Lines.Skip(before).Select(line => $"{line.Level} {line.Category}: {line.Words}").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_watches_a_limited_number_of_topics()
    {
        var connection = _host.Get<LiveConnections>();
        await using var program = await LiveRig.ConnectAsync(_address, "manage-1");
        await program.WatchAsync("reviews");
        var mine = connection.All.Single();
        for (var i = 1; i < LiveConnection.MostTopics; i++) mine.Watch(LiveTopic.Counts(mine.Company, new SequenceId(Guid.NewGuid())));

        (await program.RefusedAsync("activity")).ShouldContain($"A connection can watch at most {LiveConnection.MostTopics} topics.");
    }

    [Fact]
    public async Task An_oversized_message_ends_the_connection()
    {
        await using var program = await LiveRig.ConnectAsync(_address, "read-1");
        await Should.ThrowAsync<Exception>(() => program.WatchAsync(new string('x', LiveRegistration.LargestMessage)));
        await program.ClosedAsync();
    }

    [Theory]
    [InlineData("nobody-knows-it", HttpStatusCode.Unauthorized)]
    [InlineData("write-1", HttpStatusCode.Forbidden)]
    [InlineData("approve-1", HttpStatusCode.Forbidden)]
    public async Task A_key_without_the_right_does_not_get_in(string key, HttpStatusCode answer)
    {
        var refusal = await Should.ThrowAsync<HttpRequestException>(() => LiveRig.ConnectAsync(_address, key));
        refusal.StatusCode.ShouldBe(answer);
    }

    [Fact]
    public async Task A_key_in_the_address_opens_nothing()
    {
        using var stranger = new HttpClient { BaseAddress = _address };
        using var answer = await stranger.PostAsync(
            new Uri($"{LiveHub.Address}/negotiate?negotiateVersion=1&access_token=read-1", UriKind.Relative), null,
            TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
