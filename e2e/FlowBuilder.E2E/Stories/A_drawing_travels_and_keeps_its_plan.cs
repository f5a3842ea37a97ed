using System.Net.Http.Json;
using System.Text.Json;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_drawing_travels_and_keeps_its_plan(Chromium chromium)
{
    [Fact]
    public async Task From_one_company_to_another()
    {
        await using var site = await Site.StartAsync();
        await site.FoundAsync(2, "Blue River");
        await site.HireAsync("rita", "Rita River", "owner", company: 2, isPrimaryOwner: true);
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        await olive.Page.GetByTestId("new-sequence").ClickAsync();
        await olive.Page.GetByTestId("designer").WaitForAsync();
        var designer = new DesignerScreen(olive);
        await designer.Title.FillAsync("Traveller");
        await designer.Title.PressAsync("Enter");
        await designer.DragAsync("Trigger:estimate-sent", 300, 60);
        await designer.DragAsync("Action:add-tag", 300, 240);
        await designer.ConnectAsync("Estimate sent", "out", "Add a tag");
        await designer.ChooseAsync("Add a tag");
        await designer.SetAsync("tag", "travelling");
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("travelling");
        await olive.Page.GetByTestId("publish").ClickAsync();
        await olive.Page.GetByTestId("publish-now").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("publish")).ToHaveTextAsync("Publish version 2");

        await olive.OpenAsync("automations/sequences");
        await olive.Page.GetByTestId("row-menu").GetByRole(AriaRole.Button).ClickAsync();
        var download = await olive.Page.RunAndWaitForDownloadAsync(() => olive.Page.GetByTestId("export").ClickAsync());
        var file = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        await using var rita = await Visitor.ComeAsync(chromium, site);
        await rita.SignInAsync("rita");
        await rita.OpenAsync("automations/sequences");
        await rita.Page.Locator("input[type=file]")
            .SetInputFilesAsync(new FilePayload { Name = download.SuggestedFilename, MimeType = "application/json", Buffer = file });
        await rita.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Traveller", Exact = true }).WaitForAsync();
        await rita.Page.GetByTestId("publish").ClickAsync();
        await rita.Page.GetByTestId("status").Filter(new() { HasText = "Live" }).WaitForAsync();
        await rita.PictureAsync("travelled");

        var (ours, theirs) = (await HashAsync(site, 1), await HashAsync(site, 2));
        ours.ShouldNotBeNullOrEmpty();
        theirs.ShouldBe(ours);
        olive.Faults.ShouldBeEmpty();
        rita.Faults.ShouldBeEmpty();
    }

    /// <summary>The hash of the company's only plan, as the API tells it.</summary>
    private static async Task<string?> HashAsync(Site site, int company)
    {
        using var api = site.Api(company);
        var sequence = (await ReadAsync("sequences")).GetProperty("items").EnumerateArray().Single().GetProperty("id").GetString();
        return (await ReadAsync($"sequences/{sequence}/versions"))
            .GetProperty("items").EnumerateArray().Single()
            .GetProperty("planHash").GetString();

        Task<JsonElement> ReadAsync(string path) =>
            api.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
