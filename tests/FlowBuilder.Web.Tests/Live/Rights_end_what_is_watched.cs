using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.Keys;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Live;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Live;

public sealed class Rights_end_what_is_watched : IAsyncLifetime
{
    private static readonly Actor Owner = new("owner-1", "Olive Owner");

    private readonly ApiHost _host = new();
    private Uri _address = default!;

    private LiveFeed Feed => _host.Get<LiveFeed>();

    public ValueTask InitializeAsync()
    {
        _address = _host.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_revoked_key_hears_that_and_is_cut_off()
    {
        var keys = _host.Get<ApiKeys>();
        var made = (await keys.MakeAsync(
            new CompanyId(1), new KeyWish("Wall board", KeyScopes.Read, null, null), Owner,
            TestContext.Current.CancellationToken)).ShouldBeOfType<KeyAnswer.Made>();
        await using var board = await LiveRig.ConnectAsync(_address, made.Text);
        await board.WatchAsync("reviews");
        var row = (await keys.ListAsync(new CompanyId(1), TestContext.Current.CancellationToken)).Single(one => one.Name == "Wall board");

        await keys.RevokeAsync(new CompanyId(1), row.Id, Owner, TestContext.Current.CancellationToken);

        (await board.EndAsync()).ShouldBe(new LiveEnd("reviews", null, "The key was revoked. Create a new one under Settings > API keys."));
        Feed.Watchers.ShouldBe(0);
        await board.ClosedAsync();
    }

    [Fact]
    public async Task A_call_with_a_revoked_key_is_refused_before_anybody_looked()
    {
        var keys = _host.Get<ApiKeys>();
        var made = (await keys.MakeAsync(
            new CompanyId(1), new KeyWish("Wall board", KeyScopes.Read, null, null), Owner,
            TestContext.Current.CancellationToken)).ShouldBeOfType<KeyAnswer.Made>();
        await using var board = await LiveRig.ConnectAsync(_address, made.Text);
        var row = (await keys.ListAsync(new CompanyId(1), TestContext.Current.CancellationToken)).Single(one => one.Name == "Wall board");

        await keys.RevokeAsync(new CompanyId(1), row.Id, Owner, TestContext.Current.CancellationToken);

        (await board.RefusedAsync("reviews")).ShouldMatch("The key was revoked|The connection has ended");
        Feed.Watchers.ShouldBe(0);
    }

    [Fact]
    public async Task A_marketer_who_becomes_a_viewer_loses_the_draft_and_keeps_the_rest()
    {
        var sequence = await _host.Manager().PublishAsync(Documents.FollowUp());
        await using var marketer = await LiveRig.ConnectAsync(_host, _address, "marketer");
        await marketer.WatchAsync("draft", sequence);
        await marketer.WatchAsync("activity");

        await using (var rows = _host.Context())
        {
            await rows.Users.Where(user => user.Id == "marketer-1")
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, "viewer"), TestContext.Current.CancellationToken);
        }

        await _host.Engine.RefreshAsync(new CompanyId(1), TestContext.Current.CancellationToken);

        (await marketer.EndAsync()).ShouldBe(new LiveEnd("draft", Guid.Parse(sequence), "The right to see “draft” was removed."));
        Feed.Touch(LiveTopic.Activity(new CompanyId(1)));
        (await marketer.ChangeAsync()).Topic.ShouldBe("activity");
        (await marketer.RefusedAsync("draft", sequence)).ShouldContain("missing");
    }

    [Fact]
    public async Task Whoever_signs_out_everywhere_hears_nothing_more()
    {
        await using var viewer = await LiveRig.ConnectAsync(_host, _address, "viewer");
        await viewer.WatchAsync("activity");
        await using var rows = _host.Context();
        var account = await rows.Users.Where(user => user.Id == "viewer-1")
            .Select(user => user.AccountId)
            .SingleAsync(TestContext.Current.CancellationToken);

        await _host.Get<Sessions>().EndAllAsync(account!.Value, null, TestContext.Current.CancellationToken);

        (await viewer.EndAsync()).Because.ShouldBe("You were signed out.");
        await viewer.ClosedAsync();
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_use_a_persons_cookie()
    {
        await using var page = await LiveRig.ConnectAsync(_host, _address, "viewer", origin: "https://elsewhere.example");
        await page.ClosedAsync();
        _host.Get<LiveConnections>().All.ShouldBeEmpty();

        await using var ours = await LiveRig.ConnectAsync(_host, _address, "viewer", origin: _address.GetLeftPart(UriPartial.Authority));
        await ours.WatchAsync("activity");
    }
}
