using System.Net;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.AuditLog;

/// <summary>Failed attempts are told of, who, from where and what, and never so often that the log could be flooded.</summary>
public sealed class What_is_refused_leaves_a_line(ApiHost host) : IClassFixture<ApiHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RefusedAttempts Attempts => host.Services.GetRequiredService<RefusedAttempts>();

    [Fact]
    public async Task A_wrong_password_once_and_not_three_times()
    {
        var email = await People.HireAsync(host.Services, "tried", "viewer");
        var browser = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        for (var i = 0; i < 3; i++) await People.SubmitAsync(browser, "/sign-in", ("Input.Email", email), ("Input.Password", $"wrong-{i}"));
        await People.SubmitAsync(browser, "/sign-in", ("Input.Email", "nobody@green.example"), ("Input.Password", "wrong"));
        var line = (await LinesAsync("account.sign-in-failed")).ShouldHaveSingleItem();
        (line.Subject, line.By, line.ActorId).ShouldBe(("user:tried", "Someone", "unknown"));
        line.Words.ShouldStartWith("tried to sign in as tried with a wrong password");
        line.Words.ShouldNotContain("wrong-");
    }

    [Fact]
    public async Task A_wrong_sequence_password()
    {
        var manager = host.Manager();
        var id = (await manager.PostAsync("sequences", Documents.ByHand)).Expect(HttpStatusCode.Created)["id"];
        (await manager.PutAsync($"sequences/{id}/password", """{"password":"mulch & marigold"}""")).Expect(HttpStatusCode.OK);
        (await manager.DeleteAsync($"sequences/{id}", ("X-Sequence-Password", "marigold & mulch"))).Expect(HttpStatusCode.Forbidden);
        var line = (await LinesAsync("sequence.password-wrong")).ShouldHaveSingleItem();
        (line.Subject, line.By).ShouldBe((id, "manage-1"));
        line.Words.ShouldStartWith("gave a wrong password for “By hand”");
        line.Words.ShouldNotContain("marigold");
    }

    [Fact]
    public async Task A_missing_right_of_a_key_and_of_a_person_by_the_route_and_not_its_values()
    {
        (await host.With("read").DeleteAsync("customers/ada@lovelace.example")).Expect(HttpStatusCode.Forbidden);
        using var browser = await host.SignedInAsync("office");
        (await browser.GetAsync("/settings/audit-log/export", Stop)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        var lines = await LinesAsync("access.refused");
        lines.ShouldContain(
            line =>
                line.By == "read-1" && line.Words.StartsWith("was refused DELETE /api/v1/customers/{userId}", StringComparison.Ordinal));
        lines.ShouldContain(
            line => line.By == "office-1" && line.Words.StartsWith("was refused GET /settings/audit-log/export", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Words.Contains("lovelace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_most_once_a_minute_with_the_number_of_the_others()
    {
        var clock = new FakeTimeProvider();
        var otto = new Actor("user:flood", "Otto");
        await using var attempts = new RefusedAttempts(
            host.Services.GetRequiredService<AuditTrail>(), clock, NullLogger<RefusedAttempts>.Instance);
        for (var i = 0; i < 1_000; i++) attempts.Note(new CompanyId(1), otto, "test.refused", null, "tried");
        await attempts.WrittenAsync();
        (await WordsAsync("test.refused")).ShouldBe(["tried"]);

        clock.Advance(TimeSpan.FromMinutes(1));
        await attempts.WrittenAsync();
        (await WordsAsync("test.refused")).ShouldBe(["tried", "tried: 999 more times within a minute"]);

        attempts.Note(new CompanyId(1), otto, "test.refused", null, "tried");
        attempts.Note(new CompanyId(1), otto, "test.other", null, "tried something else");
        clock.Advance(TimeSpan.FromMinutes(1));
        await attempts.WrittenAsync();
        (await WordsAsync(
            "test.refused")).ShouldBe(["tried", "tried: 999 more times within a minute", "tried: 1 more time within a minute"]);
        (await WordsAsync("test.other")).ShouldBe(["tried something else"]);

        // A quiet minute, and it is told at once again.
        clock.Advance(TimeSpan.FromMinutes(1));
        attempts.Note(new CompanyId(1), otto, "test.refused", null, "tried");
        await attempts.WrittenAsync();
        (await WordsAsync("test.refused")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Nobody_fills_memory_or_log_with_a_thousand_names()
    {
        var clock = new FakeTimeProvider();
        await using var attempts = new RefusedAttempts(
            host.Services.GetRequiredService<AuditTrail>(), clock, NullLogger<RefusedAttempts>.Instance);
        var told = 0;
        for (var i = 0; i < 5_000; i++)
            attempts.Limit($"name-{i}", _ =>
            {
                told++;
                return Task.CompletedTask;
            });
        await attempts.WrittenAsync();
        told.ShouldBe(1_000);
    }

    [Theory]
    [InlineData("fb_1Zz_secret-secret-secret", "fb_1Zz…")]
    [InlineData("fb_nounderscorebehindsosecret", "fb_n…")]
    [InlineData("hunter2\r\nforged", "hunt…")]
    [InlineData("\u001b[31mred-and-long", "??31…")]
    [InlineData("abc", "a…")]
    public void A_key_nobody_has_is_named_by_its_beginning(string key, string beginning) => KeyText.BeginningOf(key).ShouldBe(beginning);

    private async Task<IReadOnlyList<string>> WordsAsync(string action) => [.. (await LinesAsync(action)).Select(line => line.Words)];

    private async Task<IReadOnlyList<AuditLogRow>> LinesAsync(string action)
    {
        await Attempts.WrittenAsync();
        await using var context = host.Context();
        return await context.AuditLog.AsNoTracking().Where(line => line.Action == action).OrderBy(line => line.Id).ToListAsync(Stop);
    }
}
