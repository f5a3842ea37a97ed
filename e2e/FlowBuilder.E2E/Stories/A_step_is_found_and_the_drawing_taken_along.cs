using System.Text;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>A step is found by its words, on the canvas and in the outline; the drawing is saved as
/// PDF, PNG and SVG; the sequence is paused and resumed.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class A_step_is_found_and_the_drawing_taken_along(Chromium chromium)
{
    [Fact]
    public async Task On_the_canvas_and_in_the_outline()
    {
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Estimate nudge", review: false, template: false));
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenDrawingAsync($"automations/sequences/{id}/edit");
        var designer = new DesignerScreen(olive);

        await olive.Page.Keyboard.PressAsync("Control+f");
        await Hands.ArrivedAsync(olive.Page.GetByTestId("find-text"));
        await olive.Page.Keyboard.TypeAsync("2 days");
        await Assertions.Expect(olive.Page.GetByTestId("found")).ToHaveCountAsync(1);
        await olive.PictureAsync("find");
        await olive.Page.Keyboard.PressAsync("Enter");
        await Hands.ArrivedAsync(designer.Card("Wait for a while"));
        await olive.Page.Keyboard.PressAsync("/");
        await Hands.ArrivedAsync(olive.Page.GetByTestId("find-text"));
        await olive.Page.Keyboard.PressAsync("Escape");
        await Hands.ArrivedAsync(designer.Card("Wait for a while"));

        foreach (var (words, name, begins) in ((string, string, string)[])[
            ("PDF", "pdf", "%PDF-1.4"), ("PNG", "png", "PNG"), ("SVG", "svg", "<svg")
        ])
        {
            var file = await SaveAsync(olive, words);
            Encoding.Latin1.GetString(file).ShouldContain(begins);
            if (name == "pdf") IsWhole(Encoding.Latin1.GetString(file));
        }

        await olive.Page.GetByTestId("view-outline").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("outline")).ToBeVisibleAsync();
        await olive.Page.GetByTestId("find").ClickAsync();
        await Hands.ArrivedAsync(olive.Page.GetByTestId("find-text"));
        await olive.Page.Keyboard.TypeAsync("accepted");
        await Assertions.Expect(olive.Page.GetByTestId("found")).ToHaveCountAsync(1);
        await olive.Page.Keyboard.PressAsync("Enter");
        await Hands.ArrivedAsync(olive.Page.Locator(".outline-row[data-role=StopWhen]"));

        await MenuAsync(olive, "pause");
        await MenuAsync(olive, "resume");
        await Assertions.Expect(olive.Page.GetByTestId("resume")).ToHaveCountAsync(0);
        await olive.PictureAsync("resume-dialog");
        await olive.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Resume", Exact = true }).ClickAsync();
        await Assertions.Expect(olive.Page.GetByText("is live again")).ToBeVisibleAsync();
        olive.Faults.ShouldBeEmpty();
    }

    private static async Task<byte[]> SaveAsync(Visitor olive, string kind)
    {
        await olive.Page.GetByTestId("designer-more").Locator("button").ClickAsync();
        var saved = await olive.Page.RunAndWaitForDownloadAsync(
            () => olive.Page.Locator(".mud-menu-item").Filter(new LocatorFilterOptions { HasText = kind }).ClickAsync());
        saved.SuggestedFilename.ShouldBe($"Estimate nudge.{kind.ToLowerInvariant()}");
        return await File.ReadAllBytesAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
    }

    /// <summary>Every object stands where the table at the end says.</summary>
    private static void IsWhole(string pdf)
    {
        var table = int.Parse(pdf.Split("startxref\n")[1].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
        pdf[table..].ShouldStartWith("xref\n0 7\n");
        var lines = pdf[table..].Split('\n')[3..9];
        for (var i = 0; i < lines.Length; i++)
            pdf[int.Parse(lines[i][..10], System.Globalization.CultureInfo.InvariantCulture)..].ShouldStartWith($"{i + 1} 0 obj");
        pdf.ShouldContain("/DCTDecode");
    }

    private static async Task MenuAsync(Visitor olive, string item)
    {
        await olive.Page.GetByTestId("designer-more").Locator("button").ClickAsync();
        await olive.Page.GetByTestId(item).ClickAsync();
    }
}
