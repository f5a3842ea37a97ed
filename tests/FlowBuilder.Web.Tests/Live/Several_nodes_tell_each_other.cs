using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Live;

public sealed class Several_nodes_tell_each_other
{
    [Fact]
    public async Task Over_Redis_a_client_at_one_node_hears_of_what_happens_at_the_other()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var here = Node($"127.0.0.1:{redis.Port}");
        await using var there = Node($"127.0.0.1:{redis.Port}");
        var (one, two) = (here.Start(), there.Start());
        await LiveRig.UntilAsync(() => here.Get<NodeLink>().Reach == LiveReach.Redis && there.Get<NodeLink>().Reach == LiveReach.Redis);
        await here.Manager().PublishAsync(Documents.FollowUp());
        await using var near = await LiveRig.ConnectAsync(one, "read-1");
        await using var far = await LiveRig.ConnectAsync(two, "read-1");
        await using var stranger = await LiveRig.ConnectAsync(two, "manage-2");
        foreach (var client in (LiveEars[])[near, far, stranger]) await client.WatchAsync("activity");

        await here.SendEstimateAsync("node-1");

        (await near.ChangeAsync()).Topic.ShouldBe("activity");
        (await far.ChangeAsync()).Topic.ShouldBe("activity");
        stranger.Unheard.ShouldBe(0);
    }

    [Fact]
    public async Task While_the_server_is_away_everybody_looks_again_and_afterwards_it_is_as_before()
    {
        var redis = await RedisServer.StartAsync();
        var port = redis.Port;
        await using var node = Node($"127.0.0.1:{port},connectRetry=1,connectTimeout=500");
        var address = node.Start();
        await LiveRig.UntilAsync(() => node.Get<NodeLink>().Reach == LiveReach.Redis);
        await using var client = await LiveRig.ConnectAsync(address, "read-1");
        await client.WatchAsync("reviews");

        await redis.DisposeAsync();

        (await client.ChangeAsync()).Topic.ShouldBe("reviews");
        node.Get<NodeLink>().Reach.ShouldBe(LiveReach.RedisAway);
        await using var back = await RedisServer.StartAsync(port);
        await LiveRig.UntilAsync(() => node.Get<NodeLink>().Reach == LiveReach.Redis);
    }

    [Fact]
    public async Task Without_a_server_everybody_looks_again()
    {
        await using var several = new ApiHost().WithSettings(("Live:SeveralNodes", "true"));
        using var watcher = several.Get<LiveFeed>().Subscribe(LiveTopic.Reviews(new CompanyId(1)));
        several.Get<NodeLink>().Reach.ShouldBe(LiveReach.Rereading);
        (await watcher.Changes
            .ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(LiveRig.Patience, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 1 Counts 2")]
    [InlineData("0198f0c0000070008000000000000001 1 Payroll 0198f0c0000070008000000000000001")]
    [InlineData("0198f0c0000070008000000000000001 -1 Counts 0198f0c0000070008000000000000001")]
    public void What_is_no_news_is_not_told(string text) => LiveNews.Read(text).ShouldBeNull();

    [Fact]
    public void News_are_read_as_they_were_written()
    {
        var (node, topic) = (Guid.NewGuid(), LiveTopic.Counts(new CompanyId(7), new Core.Model.Ids.SequenceId(Guid.NewGuid())));
        LiveNews.Read(LiveNews.Write(node, topic)).ShouldBe((node, topic));
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_not_repeated()
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationManager
        {
            ["Redis:ConnectionString"] = "nonsense=hush,password=secret-word"
        };
        Should.Throw<ArgumentException>(() => NodeLinkOptions.Read(settings)).ToString().ShouldNotContain("secret-word");
    }

    private static ApiHost Node(string redis) => new ApiHost().WithSettings(("Redis:ConnectionString", redis));
}
