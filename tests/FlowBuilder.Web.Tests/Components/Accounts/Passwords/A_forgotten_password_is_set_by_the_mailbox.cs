using System.Net;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.AccountEmails;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Accounts.Passwords;

public sealed class A_forgotten_password_is_set_by_the_mailbox(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Fresh = "gravel-sunday-trombone";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_answers_alike_whether_or_not_there_is_an_account()
    {
        var email = await People.HireAsync(host.Services, "there", "viewer");
        var answers = new List<string>();
        foreach (var typed in (string[])[email, "nobody@green.example"])
        {
            var answer = await People.SubmitAsync(host.Browser(), "/forgot-password", ("Input.Email", typed));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = await answer.Content.ReadAsStringAsync(Stop);
            answers.Add(page[page.IndexOf("<section", StringComparison.Ordinal)..page.IndexOf("</section>", StringComparison.Ordinal)]);
        }

        answers[0].ShouldBe(answers[1]);
        answers[0].ShouldContain("If someone signs in with this address");
        await Office.MailAsync(host.Outbox, email);
        Directory.GetFiles(host.Outbox, "account-*.eml")
            .ShouldNotContain(file => File.ReadAllText(file).Contains("nobody@green.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_link_works_once_signs_out_everywhere_and_ends_a_lockout()
    {
        var email = await People.HireAsync(host.Services, "forgetful", "viewer");
        var elsewhere = await People.SignInAsync(host.Browser(), email);
        var link = await AskAsync(email);
        for (var i = 0; i < 5; i++)
            await People.SubmitAsync(host.Browser(), "/sign-in", ("Input.Email", email), ("Input.Password", "a-wrong-password"));

        var late = host.Browser();
        var page = await late.GetStringAsync(link, Stop);
        (await (await People.SubmitAsync(
            host.Browser(), link, ("Input.Password", "forgetful"))).Content.ReadAsStringAsync(Stop)).ShouldContain("too short");
        (await People.SubmitAsync(host.Browser(), link, ("Input.Password", Fresh))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await elsewhere.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Should.ThrowAsync<InvalidOperationException>(() => People.SignInAsync(host.Browser(), email));
        await People.SignInAsync(host.Browser(), email, Fresh);
        (await host.Browser().GetAsync(link, Stop)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var answer = await People.SendAsync(late, link, [.. People.HiddenFields(page), ("Input.Password", "another-" + Fresh)]);
        (answer.StatusCode, (await answer.Content.ReadAsStringAsync(
            Stop)).Contains("This link no longer works", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Gone, true));
        (await host.AuditAsync("account.password-reset")).Count(line => line.By == "forgetful").ShouldBe(1);
        (await Office.MailAsync(host.Outbox, email, 2)).ShouldContain(mail => mail.Subject == "A new password was set for your sign-in");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Passkeys_of_the_account_are_named_and_go_when_wanted(bool removes)
    {
        var email = await People.HireAsync(host.Services, $"passkeyed-{removes}", "viewer");
        using var scope = host.Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<AccountRow>>();
        var account = (await accounts.FindByEmailAsync(email))!;
        foreach (var name in (string[])["Phone", "Borrowed laptop"])
            (await accounts.AddOrUpdatePasskeyAsync(
                account,
                new UserPasskeyInfo(Guid.NewGuid().ToByteArray(), [1], DateTimeOffset.UtcNow, 0, null, true, false, false, [2], [3])
                {
                    Name = name
                })).Succeeded.ShouldBeTrue(name);

        var link = await AskAsync(email);
        var page = System.Net.WebUtility.HtmlDecode(await host.Browser().GetStringAsync(link, Stop));
        foreach (var seen in (string[])["“Phone”", "“Borrowed laptop”", "without a password"])
            page.Contains(seen, StringComparison.Ordinal).ShouldBeTrue(page);
        (string, string)[] form =
        [
            ("Input.Password", Fresh), .. removes ? [("Input.RemovesPasskeys", "true")] : Array.Empty<(string, string)>()
        ];
        (await People.SubmitAsync(host.Browser(), link, form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var later = host.Services.CreateScope();
        var now = later.ServiceProvider.GetRequiredService<UserManager<AccountRow>>();
        (await now.GetPasskeysAsync((await now.FindByEmailAsync(email))!)).Count.ShouldBe(removes ? 0 : 2);
        (await host.AuditAsync("account.password-reset"))
            .Single(line => line.By == $"passkeyed-{removes}").Words
            .Contains("removed all passkeys", StringComparison.Ordinal)
            .ShouldBe(removes);
    }

    [Fact]
    public async Task A_forged_or_foreign_link_sets_nothing()
    {
        var (mine, theirs) =
            (await People.HireAsync(host.Services, "mine", "viewer"), await People.HireAsync(host.Services, "theirs", "owner"));
        var link = await AskAsync(mine);
        Guid target;
        await using (var context = host.Context())
            target = (await context.Accounts.SingleAsync(account => account.Email == theirs, Stop)).Id;
        foreach (var forged in (string[])[
            $"/reset-password/{target:N}/{link.Split('/')[^1]}", link[..^2] + "xx",
            $"/reset-password/{Guid.NewGuid():N}/{link.Split('/')[^1]}", $"/reset-password/{target:N}/AAAA",
            $"/reset-password/{target:N}/!!"
        ])
        {
            (await host.Browser().GetAsync(forged, Stop)).StatusCode.ShouldBe(HttpStatusCode.Gone, forged);
            var browser = host.Browser();
            var fields = People.HiddenFields(await browser.GetStringAsync(link, Stop));
            (await People.SendAsync(
                browser, forged, [.. fields, ("Input.Password", Fresh)])).StatusCode.ShouldNotBe(HttpStatusCode.Redirect, forged);
        }

        await People.SignInAsync(host.Browser(), theirs);
        await People.SignInAsync(host.Browser(), mine);
    }

    [Fact]
    public async Task A_link_older_than_two_hours_is_void()
    {
        host.Services
            .GetRequiredService<Microsoft.Extensions.Options.IOptions<DataProtectionTokenProviderOptions>>().Value.TokenLifespan
            .ShouldBe(TimeSpan.FromHours(2));
        await using var late = new ApiHost();
        await using var later = late.WithWebHostBuilder(
            builder => builder.ConfigureTestServices(
                services => services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = TimeSpan.FromTicks(1))));
        var email = await People.HireAsync(later.Services, "late", "viewer");
        await People.SubmitAsync(later.Browser(), "/forgot-password", ("Input.Email", email));
        var link = Office.LinkOf((await Office.MailAsync(late.Outbox, email))[0]);
        (await later.Browser().GetAsync(link, Stop)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_mailbox_is_not_filled_from_outside()
    {
        var email = await People.HireAsync(host.Services, "flooded", "viewer");
        var witness = await People.HireAsync(host.Services, "witness", "viewer");
        for (var i = 0; i < AccountEmailQueue.MostAnHour + 3; i++)
            await People.SubmitAsync(host.Browser(), "/forgot-password", ("Input.Email", email));
        await AskAsync(witness);
        (await Office.MailAsync(host.Outbox, email)).Count.ShouldBe(AccountEmailQueue.MostAnHour);
    }

    [Fact]
    public async Task The_link_is_under_the_public_address_whatever_host_is_named()
    {
        var email = await People.HireAsync(host.Services, "hosted", "viewer");
        var browser = host.Browser();
        var fields = People.HiddenFields(await browser.GetStringAsync("/forgot-password", Stop));
        using var form = new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("Input.Email", email)
        ]);
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/forgot-password") { Content = form };
        forged.Headers.Host = "evil.example";
        await browser.SendAsync(forged, Stop);
        (await Office.MailAsync(host.Outbox, email))[0].TextBody!.ShouldNotContain("evil.example");
    }

    private async Task<string> AskAsync(string email)
    {
        await People.SubmitAsync(host.Browser(), "/forgot-password", ("Input.Email", email));
        return Office.LinkOf((await Office.MailAsync(host.Outbox, email))[0]);
    }
}
