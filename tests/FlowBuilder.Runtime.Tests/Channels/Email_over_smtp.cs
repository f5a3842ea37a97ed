using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Runtime.Tests.Templates;
using FlowBuilder.Testing.Smtp;
using MimeKit;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Channels;

/// <summary>MailKit and a real conversation with the sink: also the libraries' run-time smoke test.</summary>
public sealed class Email_over_smtp : IAsyncDisposable
{
    private readonly SmtpSink _sink = SmtpSink.Start();
    private readonly EmailOptions _options = new() { From = "office@green.example" };
    private readonly ProviderBreakers _breakers = new(TimeProvider.System);
    private readonly SmtpServer _server;
    private int _left;

    public Email_over_smtp()
    {
        _options.Smtp = new SmtpOptions { Host = "127.0.0.1", Port = _sink.Port, Timeout = TimeSpan.FromSeconds(10), Connections = 2 };
        _server = new SmtpServer(_options.Smtp, _breakers, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _sink.DisposeAsync();
    }

    private Task<ChannelAnswer> SendAsync(
        Message message, MessageLinks? links = null, EmailOptions? options = null, SmtpServer? server = null) =>
        new EmailChannel(new Letter(options ?? _options, links ?? Sample.Links), server ?? _server)
            .SendAsync(Sample.Company, message, () => Interlocked.Increment(ref _left), Letters.Stop);

    [Fact]
    public async Task Arrives_as_multipart_with_headers_that_let_people_out()
    {
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>().ProviderId!.ShouldContain("42");
        var delivery = _sink.Deliveries.ShouldHaveSingleItem();
        delivery.From.ShouldBe("office@green.example");
        delivery.To.ShouldBe(["ann@x.example"]);
        var mail = delivery.Message;
        mail.Subject.ShouldBe("Your estimate");
        mail.From.Mailboxes.ShouldHaveSingleItem().Name.ShouldBe("Green & Sons");
        mail.MessageId.ShouldBe("7-9-mail-1-0@green.example");
        mail.Date.ShouldBe(Sample.Now);
        var parts = mail.Body.ShouldBeOfType<MultipartAlternative>();
        parts.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        mail.TextBody!.TrimEnd().ShouldBe("Hi, see https://x.example/e");
        mail.Headers["List-Unsubscribe"].ShouldStartWith("<https://crm.example/u/");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task Leads_links_through_our_door_and_says_nothing_of_their_targets()
    {
        await SendAsync(Letters.Email());
        var html = _sink.Deliveries[0].Message.HtmlBody!;
        html.ShouldNotContain("x.example/e");
        html.ShouldContain("https://crm.example/o/");
        var token = html.Split("https://crm.example/c/")[1].Split('"')[0];
        Sample.Tokens.Read(token, LinkUse.Click).ShouldBe(new LinkToken(LinkUse.Click, Sample.CompanyId, new(41), new(5)));
        TrackedHtml.Target(Letters.Email().Html, 0).ShouldBe(new Uri("https://x.example/e?a=1&b=2"));
    }

    [Fact]
    public async Task Has_no_one_click_header_without_https_and_no_way_out_where_none_is_due()
    {
        await SendAsync(Letters.Email(), new MessageLinks(Sample.Tokens, new Uri("http://localhost:5080")));
        await SendAsync(Letters.Email(purpose: Purpose.Transactional));
        await SendAsync(Letters.Email() with { ToPerson = "u1" });
        var mails = _sink.Deliveries.Select(delivery => delivery.Message).ToArray();
        mails[0].Headers["List-Unsubscribe"].ShouldStartWith("<http://localhost:5080/u/");
        mails[0].Headers.Contains("List-Unsubscribe-Post").ShouldBeFalse();
        mails[1].Headers.Contains("List-Unsubscribe").ShouldBeFalse();
        mails[2].Headers.Contains("List-Unsubscribe").ShouldBeFalse();
        mails[2].HtmlBody!.ShouldContain("https://x.example/e", customMessage: "an employee's email is not tracked");
        mails[2].HtmlBody!.ShouldNotContain("/o/");
    }

    [Fact]
    public async Task Is_the_very_same_letter_whenever_it_is_written()
    {
        await SendAsync(Letters.Email());
        await SendAsync(Letters.Email());
        _sink.Deliveries[0].Raw.ShouldBe(_sink.Deliveries[1].Raw);
    }

    [Fact]
    public async Task Goes_over_one_connection_many_times()
    {
        for (var i = 0; i < 5; i++) (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>();
        _sink.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Uses_no_more_connections_than_allowed()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SendAsync(Letters.Email())));
        answers.ShouldAllBe(answer => answer is ChannelAnswer.Sent);
        _sink.Deliveries.Count.ShouldBe(40);
        _sink.Connections.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Logs_in_when_told_and_dots_and_umlauts_survive()
    {
        _options.Smtp.User = "u";
        _options.Smtp.Password = "p";
        _options.Smtp.Tls = SmtpTls.None;
        await SendAsync(Letters.Email(subject: "Grüße 🌱") with { Text = ".\n..dots\nGrüße 🌱" });
        var mail = _sink.Deliveries.ShouldHaveSingleItem().Message;
        mail.Subject.ShouldBe("Grüße 🌱");
        mail.TextBody!.ReplaceLineEndings("\n").TrimEnd().ShouldBe(".\n..dots\nGrüße 🌱");
    }

    [Fact]
    public async Task A_password_is_not_sent_in_the_open_unless_somebody_said_so()
    {
        (_options.Smtp.User, _options.Smtp.Password) = ("mailer", "s3cret");
        // Would be the answer had the name been sent.
        _sink.FailNext(SmtpStage.Login, new SmtpFault.Refuse("535 seen it"));
        var not = (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.NotSent>();
        not.Because.ShouldContain("no encryption");
        not.Because.ShouldContain("Email:Smtp:Tls");
        not.Final.ShouldBeFalse();
        _sink.Deliveries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SmtpStage.Connect, "421 busy", false, false)]
    [InlineData(SmtpStage.Connect, "554 go away", false, false)]
    [InlineData(SmtpStage.Login, "535 wrong", false, false)]
    [InlineData(SmtpStage.Mail, "451 later", false, false)]
    [InlineData(SmtpStage.Mail, "550 not you", true, false)]
    [InlineData(SmtpStage.Recipient, "450 greylisted", false, false)]
    [InlineData(SmtpStage.Recipient, "550 no such user", true, true)]
    [InlineData(SmtpStage.Data, "451 later", false, false)]
    [InlineData(SmtpStage.Data, "554 no", true, false)]
    [InlineData(SmtpStage.Content, "451 later", false, false)]
    [InlineData(SmtpStage.Content, "552 too large", true, false)]
    public async Task Refused_is_not_sent(SmtpStage stage, string answer, bool final, bool bounced)
    {
        if (stage == SmtpStage.Login) (_options.Smtp.User, _options.Smtp.Tls) = ("u", SmtpTls.None);
        _sink.FailNext(stage, new SmtpFault.Refuse(answer));
        var not = (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.NotSent>();
        not.Final.ShouldBe(final);
        not.Bounced.ShouldBe(bounced);
        _sink.Deliveries.ShouldBeEmpty();
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>("the next one gets through");
    }

    [Theory]
    [InlineData(SmtpStage.Connect)]
    [InlineData(SmtpStage.Hello)]
    [InlineData(SmtpStage.Mail)]
    [InlineData(SmtpStage.Recipient)]
    [InlineData(SmtpStage.Data)]
    public async Task Cut_off_before_the_content_is_not_sent(SmtpStage stage)
    {
        _sink.FailNext(stage, new SmtpFault.Drop());
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeFalse();
        _sink.Deliveries.ShouldBeEmpty();
        _left.ShouldBe(0, "nothing the server could deliver has left");
    }

    [Theory]
    [InlineData(SmtpStage.Content, 0)]
    [InlineData(SmtpStage.Taken, 1)]
    public async Task Cut_off_once_the_content_has_begun_to_leave_is_maybe_sent(SmtpStage stage, int arrived)
    {
        _sink.FailNext(stage, new SmtpFault.Drop());
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.MaybeSent>();
        _sink.Deliveries.Count.ShouldBe(arrived);
        _left.ShouldBe(1);
    }

    [Fact]
    public async Task To_a_server_that_cannot_be_reached_waits_after_a_few_tries_without_further_ones()
    {
        await _sink.DisposeAsync();
        for (var letter = 0; letter < ProviderBreaker.Least; letter++)
            (await SendAsync(Letters.Email($"a@x{letter}.example"))).ShouldBeOfType<ChannelAnswer.NotSent>();
        (await SendAsync(Letters.Email()))
            .ShouldBeOfType<ChannelAnswer.NotTried>().Because!
            .ShouldStartWith("The mail server keeps failing");
        _server.ClosedTo(Sample.CompanyId, "ann@x.example").ShouldNotBeNull();
        _breakers.Troubles.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task To_a_domain_the_server_breaks_off_at_waits_and_letters_to_others_go_on()
    {
        _sink.Misbehave = (stage, envelope) =>
            stage == SmtpStage.Recipient && envelope.To[^1].EndsWith("@bad.example", StringComparison.Ordinal)
                ? new SmtpFault.Drop()
                : null;
        for (var letter = 0; letter < ProviderBreaker.Least; letter++)
            (await SendAsync(Letters.Email("a@bad.example"))).ShouldBeOfType<ChannelAnswer.NotSent>();
        var before = _sink.Connections;
        (await SendAsync(Letters.Email("a@BAD.example")))
            .ShouldBeOfType<ChannelAnswer.NotTried>().Because!
            .ShouldStartWith("The mail server, for addresses at bad.example,");
        _sink.Connections.ShouldBe(before);
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>();
        _server.ClosedTo(Sample.CompanyId, "b@bad.example").ShouldNotBeNull();
        _server.ClosedTo(new CompanyId(99), "b@bad.example").ShouldBeNull();
    }

    [Fact]
    public async Task Without_an_answer_in_time_is_not_sent_or_maybe_sent_by_the_same_line()
    {
        _options.Smtp.Timeout = TimeSpan.FromMilliseconds(300);
        _sink.FailNext(SmtpStage.Recipient, new SmtpFault.Stall());
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeFalse();
        _sink.FailNext(SmtpStage.Taken, new SmtpFault.Stall());
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.MaybeSent>();
    }

    [Fact]
    public async Task Is_tried_on_a_fresh_connection_when_the_server_has_closed_an_idle_one()
    {
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>();
        _sink.FailNext(SmtpStage.Mail, new SmtpFault.Drop());
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>();
        _sink.FailNext(SmtpStage.Mail, new SmtpFault.Refuse("421 idle too long"));
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.Sent>();
        _sink.Deliveries.Count.ShouldBe(3);
    }

    [Fact]
    public async Task To_a_server_that_is_not_there_is_not_sent()
    {
        await _sink.DisposeAsync();
        (await SendAsync(Letters.Email())).ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ann@x.example\r\nBcc: all@x.example", "s")]
    [InlineData("ann@x.example", "s\nBcc: all@x.example")]
    [InlineData("ann@x.example", "s\0")]
    [InlineData("nobody", "s")]
    [InlineData("", "s")]
    [InlineData("a@x.example, b@x.example", "s")]
    public async Task With_a_forged_header_or_no_address_never_leaves(string to, string subject)
    {
        (await SendAsync(Letters.Email(to, subject: subject))).ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeTrue();
        _sink.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Is_written_to_the_ledger_before_it_is_answered_for()
    {
        var file = Path.Combine(Path.GetTempPath(), $"ledger-{Guid.NewGuid():N}.jsonl");
        await using (var sink = SmtpSink.Start(ledger: file))
        {
            sink.FailNext(SmtpStage.Taken, new SmtpFault.Drop());
            await using var server = new SmtpServer(
                new SmtpOptions { Host = "127.0.0.1", Port = sink.Port }, _breakers, TimeProvider.System);
            (await SendAsync(Letters.Email(), server: server)).ShouldBeOfType<ChannelAnswer.MaybeSent>();
        }

        (await File.ReadAllTextAsync(file, Letters.Stop)).ShouldContain("\"messageId\":\"7-9-mail-1-0@green.example\"");
        File.Delete(file);
    }
}
