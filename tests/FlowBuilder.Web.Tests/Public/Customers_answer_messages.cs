using System.Net;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using Shouldly;

namespace FlowBuilder.Web.Tests.Public;

public sealed class Customers_answer_messages : IAsyncLifetime
{
    private DoorHost _host = null!;
    private HttpClient _client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await DoorHost.StartAsync();
        _client = _host.Client();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _host.DisposeAsync();
    }

    private string Way(int customer = 41, int company = 7) => Path(_host.Links.Unsubscribe(new(company), new(customer), new(5)));

    private static string Path(string url) => new Uri(url).PathAndQuery;

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [Fact]
    public async Task Looking_at_the_way_out_changes_nothing()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var request = new HttpRequestMessage(method, Way());
            using var answer = await _client.SendAsync(request, Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var page = await _client.GetStringAsync(Way(), Stop);
        page.ShouldContain("Green &amp; Sons");
        page.ShouldContain("<form method=\"post\">");
        _host.Asked.ShouldBeEmpty();
        _host.Intake.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_click_unsubscribes_without_cookie_or_redirect()
    {
        using var answer = await _client.PostAsync(Way(), Form(("List-Unsubscribe", "One-Click")), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var (customer, input) = _host.Asked.ShouldHaveSingleItem();
        var given = input.ShouldBeOfType<TurnInput.ConsentGiven>();
        (customer, given.Change, given.Message, given.Address).ShouldBe(
            (new CustomerId(41), ConsentChange.Unsubscribe, new(5), "ann@example.com"));
    }

    [Fact]
    public async Task The_pages_own_button_unsubscribes_and_the_next_one_takes_it_back()
    {
        (await _client.PostAsync(Way(), Form(("do", "unsubscribe")), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _client.PostAsync(Way(), Form(("do", "subscribe")), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _host.Asked.Select(asked => ((TurnInput.ConsentGiven)asked.Input).Change)
            .ShouldBe([ConsentChange.Unsubscribe, ConsentChange.Subscribe]);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_leads_nowhere()
    {
        var token = Way()[3..];
        string[] wrong =
        [
            "/u/x", $"/u/{token}x", $"/u/A{token[1..]}", Way(company: 8), $"/c/{token}",
            Path(_host.Links.Open(DoorHost.CompanyId, new(41), new(5))).Replace("/o/", "/u/", StringComparison.Ordinal)
        ];
        foreach (var path in wrong)
        {
            (await _client.GetAsync(path, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            if (path.StartsWith("/u/", StringComparison.Ordinal))
                (await _client.PostAsync(path, null, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await _client.PostAsync(Way(customer: 99), null, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        _host.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Loading_the_picture_tells_that_the_email_was_opened()
    {
        using var answer = await _client.GetAsync(Path(_host.Links.Open(DoorHost.CompanyId, new(41), new(5))), Stop);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/gif");
        var opened = _host.Intake.Events.ShouldHaveSingleItem();
        (opened.Name, opened.UserId, opened.MessageId, opened.Properties.Text(
            "message_id"), opened.Properties.Text("template")).ShouldBe((EventNames.EmailOpened, "c-41", "open-5", "5", "reminder"));

        using var wrong = await _client.GetAsync("/o/wrong.gif", Stop);
        wrong.Content.Headers.ContentType!.MediaType.ShouldBe("image/gif");
        _host.Intake.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_click_is_told_and_leads_where_the_stored_message_says()
    {
        using var answer = await _client.GetAsync(Path(_host.Links.Click(DoorHost.CompanyId, new(41), new(5), 0)), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location.ShouldBe(new Uri("https://green.example/e?a=1&b=2"));
        var clicked = _host.Intake.Events.ShouldHaveSingleItem();
        (clicked.Name, clicked.UserId, clicked.Properties.Text(
            "url")).ShouldBe((EventNames.LinkClicked, "c-41", "https://green.example/e?a=1&b=2"));

        (await _client.GetAsync(
            Path(_host.Links.Click(DoorHost.CompanyId, new(41), new(5), 1)), Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _client.GetAsync(
            Path(_host.Links.Click(DoorHost.CompanyId, new(42), new(5), 0)), Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        _host.Message = _host.Message with { Html = "<a href=\"javascript:alert(1)\">x</a>" };
        (await _client.GetAsync(
            Path(_host.Links.Click(DoorHost.CompanyId, new(41), new(5), 0)), Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
