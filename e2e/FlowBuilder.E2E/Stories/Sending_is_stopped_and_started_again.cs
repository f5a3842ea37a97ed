using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Sending_is_stopped_and_started_again(Chromium chromium)
{
    private const string Welcome = """
        { "format": "flowbuilder.sequence/1", "title": "Welcome",
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "tag-added", "tag": "new" } }, { "id": "m", "kind": "action", "step": { "type": "email-customer", "template": "welcome" } } ],
          "edges": [ { "from": "t", "to": "m" } ] }
        """;

    [Fact]
    public async Task Everybody_sees_it_and_what_waited_goes_at_once()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mia", "Mia Manager", "manager");
        await site.HireAsync("vic", "Vic Viewer", "viewer");
        using var api = site.Api();
        await SendAsync(
            api, HttpMethod.Put, "api/v1/templates/welcome",
            """{ "name": "Welcome", "channel": "email", "subject": "Welcome", "text": "Hello {{ customer.first_name }}" }""");
        var made = await SendAsync(api, HttpMethod.Post, "api/v1/sequences", Welcome);
        var id = System.Text.Json.JsonDocument.Parse(made).RootElement.GetProperty("id").GetString();
        await SendAsync(api, HttpMethod.Post, $"api/v1/sequences/{id}/publish", "");

        await using var mia = await Visitor.ComeAsync(chromium, site);
        await using var vic = await Visitor.ComeAsync(chromium, site, width: 390);
        await mia.SignInAsync("mia");
        await vic.SignInAsync("vic");
        await mia.OpenAsync("settings/sending");
        await mia.Page.GetByTestId("stop-sending").ClickAsync();
        await mia.PictureAsync("sending-confirm");
        await mia.Page.GetByRole(AriaRole.Button, new() { Name = "Stop all sending", Exact = true }).ClickAsync();
        await Assertions.Expect(mia.Page.GetByTestId("sending-stopped")).ToBeVisibleAsync();
        await Assertions.Expect(vic.Page.GetByTestId("sending-stopped")).ToBeVisibleAsync();
        await vic.PictureAsync("banner-phone");

        await site.TellAsync("identify", """{"userId":"c-1","traits":{"first_name":"Ann","email":"ann@example.com","add_tags":["new"]}}""");
        site.Mail.Deliveries.ShouldBeEmpty();
        await mia.OpenAsync("settings/sending");
        await Assertions.Expect(mia.Page.GetByTestId("sending-waiting")).ToHaveTextAsync("1");
        await mia.PictureAsync("sending-stopped");

        await mia.Page.GetByTestId("start-sending").ClickAsync();
        await mia.Page.GetByRole(AriaRole.Button, new() { Name = "Start sending", Exact = true }).ClickAsync();
        await Assertions.Expect(mia.Page.GetByTestId("sending-stopped")).ToHaveCountAsync(0);
        await Assertions.Expect(vic.Page.GetByTestId("sending-stopped")).ToHaveCountAsync(0);
        await site.Engine.DrainAsync(TestContext.Current.CancellationToken);
        site.Mail.Deliveries.ShouldHaveSingleItem().To.ShouldBe(["ann@example.com"]);

        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/audit-log?kind=sending");
        await Assertions.Expect(olive.Page.GetByTestId("audit-line").First).ToContainTextAsync("Started sending again");
        await Assertions.Expect(olive.Page.GetByTestId("audit-line").Last).ToContainTextAsync("Mia Manager");
        mia.Faults.ShouldBeEmpty();
        vic.Faults.ShouldBeEmpty();
    }

    private static async Task<string> SendAsync(HttpClient api, HttpMethod method, string address, string json)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json.Length > 0) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await api.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return text;
    }
}
