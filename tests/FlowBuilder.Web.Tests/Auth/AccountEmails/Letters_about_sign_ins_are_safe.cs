using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.People;
using FlowBuilder.Application.People.Invitations;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Testing.Smtp;
using FlowBuilder.Web.Auth.AccountEmails;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.AccountEmails;

public sealed class Letters_about_sign_ins_are_safe
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("maria@example.com", true)]
    [InlineData(" maria+x@sub.example.co.uk ", true)]
    [InlineData("o'hara@example.com", true)]
    [InlineData("maria", false)]
    [InlineData("maria@", false)]
    [InlineData("@example.com", false)]
    [InlineData("a@b@c.example", false)]
    [InlineData("a@b.example,c@d.example", false)]
    [InlineData("a@b.example;c@d.example", false)]
    [InlineData("a@b.example c@d.example", false)]
    [InlineData("A <a@b.example>", false)]
    [InlineData("\"a b\"@c.example", false)]
    [InlineData("a@b.example\nBcc: c@d.example", false)]
    [InlineData("a@b.example\r", true)]
    [InlineData("a@[127.0.0.1]", false)]
    [InlineData("a\0@b.example", false)]
    [InlineData(null, false)]
    public void An_address_is_one_mailbox(string? typed, bool isOne) =>
        (EmailAddress.Read(typed) == typed?.Trim() && EmailAddress.Read(typed) is not null).ShouldBe(isOne);

    [Theory]
    [InlineData("  Ann \t B.\r\n  Lee ", "Ann B. Lee")]
    [InlineData("\u200b\u200b", null)]
    [InlineData(" ", null)]
    [InlineData("...", null)]
    public void A_name_is_one_line(string typed, string? name) => TypedName.Read(typed).ShouldBe(name);

    [Fact]
    public void What_people_typed_is_encoded_and_breaks_no_line()
    {
        var letter = new EmailText(
            "a@b.example", "Hi\r\nBcc: x@y.example", "<b>Green</b>\nBcc: z", "<script>alert(1)</script> & more", "second")
        {
            Link = ("Go \"on\"", "https://x.example/?a=1&b=\"2\"")
        }
            .Write();
        letter.Subject.ShouldBe("Hi  Bcc: x@y.example");
        letter.Html.ShouldNotContain("<script>");
        letter.Html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
        letter.Html.ShouldContain("href=\"https://x.example/?a=1&amp;b=&quot;2&quot;\"");
        letter.Text.ShouldContain("<b>Green</b> Bcc: z");
    }

    [Fact]
    public async Task An_invitation_is_written_in_the_companys_name_with_text_and_html()
    {
        await using var host = new ApiHost();
        await People.HireAsync(host.Services, "boss", "owner");
        await using (var context = host.Context())
        {
            var company = await context.Companies.SingleAsync(Stop);
            company.Name = "Green <Lawn> & \"Sons\"\r\nBcc: all@mail.example";
            await context.SaveChangesAsync(Stop);
        }

        await host.Services.GetRequiredService<ICompanyCache>().RefreshAsync(new CompanyId(1), Stop);
        await host.Services
            .GetRequiredService<InvitationSending>()
            .InviteAsync(host.CallerOf("boss"), "mike@mail.example", Role.Office, Stop);
        var mail = (await Office.MailAsync(host.Outbox, "mike@mail.example")).Single();
        mail.Subject.ShouldBe("boss invites you to Green <Lawn> & \"Sons\"  Bcc: all@mail.example");
        mail.From.Mailboxes.Single().Name.ShouldBe("Green <Lawn> & \"Sons\"  Bcc: all@mail.example");
        mail.Bcc.ShouldBeEmpty();
        mail.To.Count.ShouldBe(1);
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.HtmlBody!.ShouldContain("Green &lt;Lawn&gt; &amp; &quot;Sons&quot;");
        mail.TextBody!.ShouldContain("as an office user.");
        mail.TextBody!.ShouldContain("http://localhost:5080/invitation/");
    }

    [Fact]
    public async Task The_port_itself_refuses_what_would_break_a_header()
    {
        await using var host = new ApiHost();
        var mail = host.Services.GetRequiredService<IAccountMail>();
        foreach (var (to, subject) in ((string, string)[])[
            ("a@b.example\r\nBcc: c@d.example", "Hello"), ("a@b.example", "Hello\r\nBcc: c@d.example"), ("A <a@b.example>", "Hello"),
            ("a@b.example, c@d.example", "Hello"), ("", "Hello")
        ])
            (await mail.SendAsync(null, new AccountEmail(to, subject, "text", "<p>text</p>"), Stop)).ShouldNotBeNull(to);
        (await mail.SendAsync(null, new AccountEmail("a@b.example", "Hello", "text", "<p>text</p>"), Stop)).ShouldBeNull();
        Directory.GetFiles(host.Outbox).Length.ShouldBe(1);
        // A program that is stopped while its pumps are still being placed takes long over it.
        await host.Engine.DrainAsync(Stop);
    }

    [Fact]
    public async Task When_the_mail_server_refuses_it_is_said_and_the_invitation_can_be_sent_again()
    {
        await using var server = SmtpSink.Start();
        await using var host = new ApiHost().WithWebHostBuilder(
            builder => builder.UseSetting("Email:Smtp:Host", "127.0.0.1").UseSetting("Email:Smtp:Port", $"{server.Port}"));
        await People.HireAsync(host.Services, "boss", "owner");
        var inviting = host.Services.GetRequiredService<InvitationSending>();
        server.FailNext(SmtpStage.Recipient, new SmtpFault.Refuse("550 5.1.1 no such user here"));
        var answer = await inviting.InviteAsync(host.CallerOf("boss"), "mike@mail.example", Role.Office, Stop);
        answer.Refused.ShouldBeNull();
        answer.NotSent!.ShouldContain("no such user here");

        var line = (await host.Services
            .GetRequiredService<ColleagueList>()
            .ReadAsync(host.CallerOf("boss"), Stop)).Single(one => one.Email == "mike@mail.example");
        line.State.ShouldBe(ColleagueState.Invited);
        (await inviting.ResendAsync(
            host.CallerOf("boss"), line.Invitation!.Value, Stop)).ShouldBe(InviteAnswer.Yes("mike@mail.example", null));
        (await server.WaitForAsync(1, Stop)).Single().To.ShouldBe(["mike@mail.example"]);
    }

    [Fact]
    public async Task Names_on_the_users_page_are_text_and_nothing_else()
    {
        const string Nasty = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        await using var host = new ApiHost();
        await People.HireAsync(host.Services, "nasty", "viewer");
        await using (var context = host.Context())
        {
            await context.Users
                .Where(row => row.Id == "nasty")
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Name, Nasty).SetProperty(row => row.Email, "\"><script>x</script>@a.example"), Stop);
            await context.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.Name, Nasty), Stop);
        }

        var owner = await host.SignedInAsync("owner");
        foreach (var browser in new[] { owner, await People.SignInAsync(host.Browser(), "nasty@green.example") })
        {
            foreach (var address in (string[])["/settings/users", "/account", "/"])
            {
                var page = await (await browser.GetAsync(address, Stop)).Content.ReadAsStringAsync(Stop);
                page.ShouldNotContain("<script>alert", Case.Sensitive, address);
                page.ShouldNotContain("<img src=x", Case.Sensitive, address);
                page.ShouldNotContain("<script>x", Case.Sensitive, address);
            }
        }

        (await owner.GetStringAsync("/settings/users", Stop)).ShouldContain("&lt;script&gt;alert(1)");
    }
}
