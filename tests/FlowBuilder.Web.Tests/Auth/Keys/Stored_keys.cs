using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Keys;

public sealed class Stored_keys(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Event = """{"userId":"k-1","event":"Estimate Sent"}""";
    private static readonly CompanyId Company = new(1);
    private static readonly Actor Olive = new("user:olive", "Olive");
    private static int _number;
    private readonly string _name = $"Key {Interlocked.Increment(ref _number)}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ApiKeys Keys => host.Services.GetRequiredService<ApiKeys>();

    [Fact]
    public async Task A_key_works_at_once_and_its_calls_are_the_keys_own()
    {
        var key = await MakeAsync(KeyScopes.Read | KeyScopes.Manage);
        var made = (await Bearer(key).PostAsync("sequences", Documents.ByHand)).Expect(HttpStatusCode.Created);
        await using var context = host.Context();
        var line = await context.AuditLog.SingleAsync(one => one.Action == "sequence.create" && one.Subject == made["id"], Cancellation);
        var row = await RowAsync();
        (line.ActorId, line.By).ShouldBe(($"key:{row.Id}", _name));
        (await context.ApiKeys.SingleAsync(one => one.Id == row.Id, Cancellation)).Hash.ShouldBe(KeyRing.Hash(key));
        (await context.AuditLog.SingleAsync(one => one.Action == "key.make" && one.Subject == $"{row.Id}", Cancellation)).Words
            .ShouldBe(
                $"created the API key “{_name}” ({row.Prefix}), which can read everything; change customers, sequences, messages, to-dos "
                    + $"and templates");
        (await context.AuditLog.ToListAsync(
            Cancellation)).ShouldAllBe(one => !$"{one.Words}{one.Before}{one.After}".Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_write_key_can_only_send_events()
    {
        var key = await MakeAsync(KeyScopes.Ingest);
        (await SendAsync(key)).Expect(HttpStatusCode.OK);
        foreach (var path in (string[])["customers", "sequences", "enrollments", "reviews", "messages", "todos", "templates", "qa/clock"])
            (await Bearer(key).GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        (await Bearer(key).PostAsync("sequences", Documents.ByHand)).Expect(HttpStatusCode.Forbidden);
        (await Keys.MakeAsync(
            Company, new KeyWish("Both", KeyScopes.Ingest | KeyScopes.Read, null, null), Olive,
            Cancellation)).ShouldBeOfType<KeyAnswer.Refused>();
    }

    [Theory]
    [InlineData((int)KeyScopes.Read, 200, 403, 403)]
    [InlineData((int)KeyScopes.Manage, 403, 200, 403)]
    [InlineData((int)KeyScopes.Approve, 403, 403, 404)]
    public async Task Each_scope_opens_its_own_doors(int scope, int read, int manage, int approve)
    {
        var key = Bearer(await MakeAsync((KeyScopes)scope));
        ((int)(await key.GetAsync("sequences")).Status).ShouldBe(read);
        ((int)(await key.PutAsync($"templates/scope-{scope}", Documents.Reminder)).Status).ShouldBe(manage);
        ((int)(await key.PostAsync("reviews/1/reject", """{"reason":"x"}""")).Status).ShouldBe(approve);
        (await SendAsync((await RowAsync()).Prefix)).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_revoked_key_is_dead_for_the_next_call()
    {
        var key = await MakeAsync(KeyScopes.Read);
        (await Bearer(key).GetAsync("sequences")).Expect(HttpStatusCode.OK);
        (await Keys.RevokeAsync(Company, (await RowAsync()).Id, Olive, Cancellation)).ShouldBe(new KeyAnswer.Revoked());
        (await Bearer(key).GetAsync("sequences")).Expect(HttpStatusCode.Unauthorized).Text.ShouldContain("revoked-key");
        (await SendAsync(key)).Expect(HttpStatusCode.Unauthorized).Text.ShouldContain("revoked-key");
    }

    [Fact]
    public async Task A_key_revoked_on_another_node_is_dead_after_three_seconds()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var node = Node(clock);
        var hash = KeyRing.Hash(await MakeAsync(KeyScopes.Read));
        (await node.FindAsync(hash, Cancellation)).Key.ShouldNotBeNull();
        await Keys.RevokeAsync(Company, (await RowAsync()).Id, Olive, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(2.9));
        (await node.FindAsync(hash, Cancellation)).Key.ShouldNotBeNull();
        clock.Advance(TimeSpan.FromSeconds(0.1));
        (await node.FindAsync(hash, Cancellation)).Fault.ShouldBe(KeyFault.Revoked);
    }

    [Fact]
    public async Task A_key_that_ran_out_opens_nothing()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var node = Node(clock);
        var hash = KeyRing.Hash(await MakeAsync(KeyScopes.Read, TimeSpan.FromDays(30)));
        (await node.FindAsync(hash, Cancellation)).Key.ShouldNotBeNull();
        clock.Advance(TimeSpan.FromDays(31));
        (await node.FindAsync(hash, Cancellation)).Fault.ShouldBe(KeyFault.Expired);
    }

    [Fact]
    public async Task A_typo_is_told_from_an_unknown_key()
    {
        var key = await MakeAsync(KeyScopes.Read);
        (await Bearer(key[..^1]).GetAsync("sequences")).Expect(HttpStatusCode.Unauthorized).Text.ShouldContain("mistyped-key");
        (await Bearer(KeyText.New(99)).GetAsync("sequences")).Expect(HttpStatusCode.Unauthorized).Text.ShouldContain("unknown-key");
        (await Bearer("nonsense").GetAsync("sequences")).Expect(HttpStatusCode.Unauthorized).Text.ShouldContain("unknown-key");
    }

    [Fact]
    public async Task Garbage_never_reaches_the_database_and_a_busy_key_asks_once()
    {
        var (counted, asked) = Counted();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var stored = new StoredKeys(counted, new KeyUses(counted, clock), clock);
        var keys = new CompanyKeys(KeyRing.Of([], withDemoKeys: false), stored);
        var key = await MakeAsync(KeyScopes.Read);
        foreach (var garbage in (string[])[
            "", "x", "fb_", key[..^1], key + "0", key.Replace("fb_", "fb_1", StringComparison.Ordinal), new string('f', 500)
        ])
            (await keys.FindAsync(garbage, Cancellation)).Key.ShouldBeNull();
        asked().ShouldBe(0);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ => (await keys.FindAsync(key, Cancellation)).Key.ShouldNotBeNull()));
        for (var i = 0; i < 200; i++) await keys.FindAsync(key, Cancellation);
        asked().ShouldBe(1);
    }

    [Fact]
    public async Task At_most_two_live_keys_have_one_name_and_source()
    {
        var first = await MakeAsync(KeyScopes.Read, source: "site");
        var number = (await RowAsync()).Id;
        (await Keys.MakeAsync(
            Company, new KeyWish(_name.ToUpperInvariant(), KeyScopes.Read, "site", null), Olive,
            Cancellation)).ShouldBeOfType<KeyAnswer.Refused>();
        var second = (await Keys.RotateAsync(Company, number, Olive, Cancellation)).ShouldBeOfType<KeyAnswer.Made>().Text;
        (await Keys.RotateAsync(Company, number, Olive, Cancellation)).ShouldBeOfType<KeyAnswer.Refused>();
        foreach (var key in (string[])[first, second]) (await Bearer(key).GetAsync("sequences")).Expect(HttpStatusCode.OK);

        await Keys.RevokeAsync(Company, number, Olive, Cancellation);
        (await Bearer(first).GetAsync("sequences")).Expect(HttpStatusCode.Unauthorized);
        (await Bearer(second).GetAsync("sequences")).Expect(HttpStatusCode.OK);
        var rows = (await Keys.ListAsync(Company, Cancellation)).Where(row => row.Name == _name).ToList();
        rows.Select(row => (row.Source, row.Scopes)).Distinct().ShouldBe([("site", KeyScopes.Read)]);
        (await Keys.RotateAsync(Company, number, Olive, Cancellation)).ShouldBeOfType<KeyAnswer.Refused>();
        (await Keys.RotateAsync(
            Company, rows.Single(row => row.RevokedAt is null).Id, Olive, Cancellation)).ShouldBeOfType<KeyAnswer.Made>();
    }

    [Fact]
    public async Task Many_who_rotate_at_once_make_one_key()
    {
        await MakeAsync(KeyScopes.Read);
        var number = (await RowAsync()).Id;
        var answers =
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Keys.RotateAsync(Company, number, Olive, Cancellation))));
        answers.OfType<KeyAnswer.Made>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_rotated_key_lasts_as_long_as_the_old_one_was_made_for()
    {
        await MakeAsync(KeyScopes.Read, TimeSpan.FromDays(90));
        await Keys.RotateAsync(Company, (await RowAsync()).Id, Olive, Cancellation);
        (await Keys.ListAsync(Company, Cancellation))
            .Where(row => row.Name == _name)
            .ShouldAllBe(row => row.ExpiresAt - row.CreatedAt == TimeSpan.FromDays(90));
    }

    [Fact]
    public async Task Its_last_use_is_known_to_the_minute_and_written_later()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 9, 30, 42, TimeSpan.Zero));
        var contexts = host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>();
        var uses = new KeyUses(contexts, clock);
        var node = new StoredKeys(contexts, uses, clock);
        await node.FindAsync(KeyRing.Hash(await MakeAsync(KeyScopes.Read)), Cancellation);
        (await RowAsync()).LastUsedAt.ShouldBeNull();
        await uses.WriteAsync(Cancellation);
        (await RowAsync()).LastUsedAt.ShouldBe(new DateTimeOffset(2027, 3, 1, 9, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Another_companys_keys_cannot_be_rotated_or_revoked()
    {
        var key = await MakeAsync(KeyScopes.Read);
        var number = (await RowAsync()).Id;
        (await Keys.RotateAsync(new CompanyId(2), number, Olive, Cancellation)).ShouldBe(new KeyAnswer.NotFound());
        (await Keys.RevokeAsync(new CompanyId(2), number, Olive, Cancellation)).ShouldBe(new KeyAnswer.NotFound());
        (await Keys.ListAsync(new CompanyId(2), Cancellation)).ShouldNotContain(row => row.Id == number);
        (await Bearer(key).GetAsync("sequences")).Expect(HttpStatusCode.OK);
    }

    private async Task<string> MakeAsync(KeyScopes scopes, TimeSpan? lasts = null, string? source = null) =>
        (await Keys.MakeAsync(
            Company, new KeyWish(_name, scopes, source, lasts), Olive, Cancellation)).ShouldBeOfType<KeyAnswer.Made>().Text;

    private async Task<ApiKey> RowAsync() => (await Keys.ListAsync(Company, Cancellation)).First(row => row.Name == _name);

    private StoredKeys Node(TimeProvider clock)
    {
        var contexts = host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>();
        return new StoredKeys(contexts, new KeyUses(contexts, clock), clock);
    }

    private Client Bearer(string key)
    {
        var http = host.CreateClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return new Client(http);
    }

    private async Task<Answer> SendAsync(string key)
    {
        var http = host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:")));
        return await http.SendTextAsync("/v1/track", Event);
    }

    private (IDbContextFactory<FlowBuilderContext> Contexts, Func<int> Asked) Counted()
    {
        var counting = new CountedContexts(host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>());
        return (counting, () => counting.Made);
    }

    private sealed class CountedContexts(IDbContextFactory<FlowBuilderContext> inner) : IDbContextFactory<FlowBuilderContext>
    {
        private int _made;

        public int Made => _made;

        public FlowBuilderContext CreateDbContext()
        {
            Interlocked.Increment(ref _made);
            return inner.CreateDbContext();
        }
    }
}
