using System.Net;
using FlowBuilder.Web.Api.Idempotency;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Sequences;

/// <summary>Every route that changes a sequence or takes it away, without, with a wrong and with
/// the right password. A new route without a case fails.</summary>
public sealed class A_sequence_password_is_asked_for(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Header = "X-Sequence-Password";
    private const string Password = "mulch & marigold";

    private static readonly Dictionary<string, (string State, Func<Client, string, (string, string)[], Task<Answer>> Call)> Cases = new()
    {
        ["SaveDraft"] = ("draft", (client, id, headers) => client.PutAsync($"sequences/{id}/draft", Documents.OwnByHand(), headers)),
        ["DeleteSequence"] = ("draft", (client, id, headers) => client.DeleteAsync($"sequences/{id}", headers)),
        ["PublishSequence"] = ("draft", (client, id, headers) => client.PostAsync($"sequences/{id}/publish", null, headers)),
        ["PauseSequence"] = ("live", (client, id, headers) => client.PostAsync($"sequences/{id}/pause", null, headers)),
        ["ResumeSequence"] = ("paused", (client, id, headers) =>
            client.PostAsync($"sequences/{id}/resume", """{"pastDue":"skip"}""", headers)),
        ["ArchiveSequence"] = ("live", (client, id, headers) => client.PostAsync($"sequences/{id}/archive", null, headers)),
        ["ExportSequence"] = ("draft", (client, id, headers) => client.GetAsync($"sequences/{id}/export", headers)),
        ["CopySequence"] = ("live", (client, id, headers) => client.PostAsync($"sequences/{id}/copy", null, headers)),
        ["SetPassword"] = ("draft", (client, id, headers) =>
            client.PutAsync($"sequences/{id}/password", """{"password":"another mulch"}""", headers)),
        ["RemovePassword"] = ("draft", (client, id, headers) => client.DeleteAsync($"sequences/{id}/password", headers)),
    };

    /// <summary>Looking at a sequence and running it need none.</summary>
    private static readonly string[] Free =
    [
        "ReadSequence", "ReadDraft", "ReadSentences", "ListVersions", "ReadVersion", "ReadStats", "EnrollByHand"
    ];

    public static TheoryData<string> Routes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_it_and_with_a_wrong_one_nothing_happens(string route)
    {
        var (state, call) = Cases[route];
        var manager = host.Manager();
        var id = await ProtectedAsync(state);
        var before = (await manager.GetAsync($"sequences/{id}")).Text;

        (await call(manager, id, [])).Expect(HttpStatusCode.Forbidden)["code"].ShouldBe("password-required");
        (await call(manager, id, [(Header, "marigold & mulch")])).Expect(HttpStatusCode.Forbidden)["code"].ShouldBe("password-wrong");
        (await manager.GetAsync($"sequences/{id}")).Text.ShouldBe(before);

        ((int)(await call(manager, id, [(Header, Password)])).Status).ShouldBeInRange(200, 299);
    }

    [Fact]
    public void Every_route_of_one_sequence_is_free_or_has_a_case() =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/sequences/{id}", StringComparison.Ordinal))
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName)
            .ShouldBe(Cases.Keys.Concat(Free), ignoreOrder: true);

    [Fact]
    public async Task Looking_and_running_need_none()
    {
        var manager = host.Manager();
        var id = await ProtectedAsync("live");
        (await manager.GetAsync($"sequences/{id}")).Expect(HttpStatusCode.OK)["protected"].ShouldBe("True");
        foreach (var part in (string[])["draft", "sentences", "versions", "versions/1", "stats"])
            (await manager.GetAsync($"sequences/{id}/{part}")).Expect(HttpStatusCode.OK);
        var customer = Stories.NewCustomer();
        (await manager.PutAsync($"customers/{customer}", """{"fields":{"first_name":"Bob"}}""")).Expect(HttpStatusCode.Created);
        (await manager.PostAsync($"sequences/{id}/enroll", $$"""{"userId":"{{customer}}"}""")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Five_wrong_ones_close_it_for_a_while_even_to_the_right_one_but_not_to_others()
    {
        var id = await ProtectedAsync("draft");
        for (var i = 0; i < 5; i++)
            (await host.Manager().GetAsync($"sequences/{id}/export", (Header, $"guess number {i}"))).Expect(HttpStatusCode.Forbidden);
        var closed = (await host.Manager().GetAsync($"sequences/{id}/export", (Header, Password))).Expect(HttpStatusCode.TooManyRequests);
        closed["code"].ShouldBe("too-many-wrong-passwords");
        closed.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));

        (await host.With("read").GetAsync($"sequences/{id}/export", (Header, Password))).Expect(HttpStatusCode.OK);
        (await host.Manager().GetAsync($"sequences/{await ProtectedAsync("draft")}/export", (Header, Password))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_right_one_in_between_starts_the_count_anew()
    {
        var id = await ProtectedAsync("draft");
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                (await host.Manager().GetAsync($"sequences/{id}/export", (Header, $"guess number {i}"))).Expect(HttpStatusCode.Forbidden);
            (await host.Manager().GetAsync($"sequences/{id}/export", (Header, Password))).Expect(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_counted_like_guesses_in_a_row()
    {
        var id = await ProtectedAsync("draft");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(i => host.Manager().GetAsync($"sequences/{id}/export", (Header, $"guess number {i}"))));
        answers.Count(answer => answer.Status == HttpStatusCode.Forbidden).ShouldBe(5);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(15);
    }

    [Fact]
    public async Task It_is_changed_with_the_old_one_in_the_body_and_the_old_one_opens_nothing_any_more()
    {
        var manager = host.Manager();
        var id = await ProtectedAsync("draft");
        (await manager.PutAsync($"sequences/{id}/password", $$"""{"password":"begonia bed 7","current":"{{Password}}"}"""))
            .Expect(HttpStatusCode.OK)["protected"]
            .ShouldBe("True");
        (await manager.GetAsync($"sequences/{id}/export", (Header, Password))).Expect(HttpStatusCode.Forbidden);
        (await manager.DeleteAsync($"sequences/{id}/password", (Header, "begonia bed 7")))
            .Expect(HttpStatusCode.OK)["protected"]
            .ShouldBe("False");
        (await manager.GetAsync($"sequences/{id}/export")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("12345678")]
    [InlineData("abcdefghij")]
    [InlineData(" blank before")]
    [InlineData("by hand ")]
    [InlineData("BY HAND, again")]
    public async Task A_password_that_is_none_is_refused(string password)
    {
        var manager = host.Manager();
        var id =
            (await manager.PostAsync("sequences", Documents.ByHand.Replace("By hand", "By hand, again", StringComparison.Ordinal)))["id"];
        (await manager.PutAsync($"sequences/{id}/password", $$"""{"password":"{{password}}"}"""))
            .Expect(HttpStatusCode.BadRequest).Fields
            .ShouldBe(["password"]);
        (await manager.PutAsync($"sequences/{id}/password", "{}")).Expect(HttpStatusCode.BadRequest).Fields.ShouldBe(["password"]);
        (await manager.GetAsync($"sequences/{id}"))["protected"].ShouldBe("False");
    }

    [Fact]
    public async Task It_stands_in_no_document_no_audit_line_and_no_kept_answer()
    {
        var manager = host.Manager();
        var id = await ProtectedAsync("live");
        (await manager.PutAsync(
            $"sequences/{id}/password", """{"password":"begonia bed 7"}""", (Header, Password),
            (IdempotencyKeys.Header, Guid.NewGuid().ToString()))).Expect(HttpStatusCode.OK);
        (await manager.GetAsync($"sequences/{id}/export", (Header, "begonia bed 7"))).Text.ShouldNotContain("begonia");

        await using var context = host.Context();
        var row = await context.Sequences.SingleAsync(one => one.Id == Guid.Parse(id), TestContext.Current.CancellationToken);
        row.Draft.ShouldNotContain("begonia");
        row.PasswordHash!.ShouldNotContain("begonia");
        var lines = await context.AuditLog
            .Where(line => line.Subject == id)
            .OrderBy(line => line.Id)
            .Select(line => line.Words)
            .ToListAsync(TestContext.Current.CancellationToken);
        lines.ShouldContain("protected “By hand” with a password");
        lines.ShouldContain("changed the password of “By hand”");
        lines.ShouldAllBe(
            line => !line.Contains("begonia", StringComparison.Ordinal) && !line.Contains("marigold", StringComparison.Ordinal));
        (await context.IdempotencyKeys.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private async Task<string> ProtectedAsync(string state)
    {
        var manager = host.Manager();
        var id = (await manager.PostAsync("sequences", Documents.OwnByHand())).Expect(HttpStatusCode.Created)["id"];
        if (state != "draft") (await manager.PostAsync($"sequences/{id}/publish")).Expect(HttpStatusCode.OK);
        if (state == "paused") (await manager.PostAsync($"sequences/{id}/pause")).Expect(HttpStatusCode.OK);
        (await manager.PutAsync($"sequences/{id}/password", $$"""{"password":"{{Password}}"}"""))
            .Expect(HttpStatusCode.OK)["protected"]
            .ShouldBe("True");
        return id;
    }
}
