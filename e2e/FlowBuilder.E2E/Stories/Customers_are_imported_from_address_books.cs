using System.Net.Http.Json;
using System.Text.Json;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Customers_are_imported_from_address_books(Chromium chromium)
{
    [Fact]
    public async Task Of_Google_Outlook_HubSpot_and_Mailchimp_and_forty_bad_rows_are_told_by_row()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site);
        var page = olive.Page;
        await olive.SignInAsync("olive");
        await olive.OpenAsync("customers/import");
        await olive.PictureAsync("import");

        await ImportAsync(page, Exports.Google, 2);
        await ImportAsync(page, Exports.Outlook, 2);
        await ImportAsync(page, Exports.HubSpot, 2);

        // A column that is not understood is told what it is.
        await ChooseAsync(page, Exports.Mailchimp);
        await olive.PictureAsync("import-columns");
        var notes = page.GetByLabel("Import “NOTES” as");
        await notes.SelectOptionAsync([""]);
        await Assertions.Expect(notes).ToHaveValueAsync("");
        await page.GetByTestId("import-store").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-done")).ToContainTextAsync("2 customers imported");
        await Assertions.Expect(page.GetByTestId("import-done")).ToContainTextAsync("NOTES");

        (await CustomerAsync(site, "greta@google.example", "address", "city")).ShouldBe("Troy");
        (await CustomerAsync(site, "greta@google.example", "phone")).ShouldBe("+1 555 010 0101");
        (await CustomerAsync(site, "otto@outlook.example", "address", "street")).ShouldBe("3 Work Rd");
        (await CustomerAsync(site, "otto@outlook.example", "phone")).ShouldBe("555-010-0203");
        (await CustomerAsync(site, "101", "email")).ShouldBe("hanna@hubspot.example");
        (await CustomerAsync(site, "mia@mailchimp.example", "address", "postal_code")).ShouldBe("14850");
        (await CustomerAsync(site, "mia@mailchimp.example", "first_name")).ShouldBe("Mia");

        await ChooseAsync(page, Exports.FortyBadRows);
        await Assertions.Expect(page.GetByTestId("import-problem")).ToHaveCountAsync(40);
        // Each names its row and what is wrong with it, in the order of the file.
        var problems = await page.GetByTestId("import-problem").AllInnerTextsAsync();
        foreach (var ((row, told), shown) in Exports.BadRows.Zip(problems)) shown.ShouldStartWith(told, Case.Sensitive, $"row {row}");
        await Assertions.Expect(page.GetByTestId("import-store")).ToHaveCountAsync(0);
        await olive.PictureAsync("import-problems");
        await page.GetByTestId("import-store-good").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-done")).ToContainTextAsync("60 customers imported");
        await Assertions.Expect(page.GetByTestId("import-done")).ToContainTextAsync("40 rows were left out");
        (await CustomerAsync(site, "good-2", "email")).ShouldBe("good2@x.example");
        olive.Faults.ShouldBeEmpty();
    }

    private static async Task ImportAsync(IPage page, FilePayload file, int customers)
    {
        await ChooseAsync(page, file);
        await Assertions.Expect(page.GetByTestId("import-problem")).ToHaveCountAsync(0);
        await page.GetByTestId("import-store").ClickAsync();
        await Assertions.Expect(page.GetByTestId("import-done")).ToContainTextAsync($"{customers} customers imported");
    }

    private static async Task ChooseAsync(IPage page, FilePayload file)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await Assertions.Expect(page.GetByTestId("import-state")).ToHaveTextAsync(file.Name);
        await page.GetByTestId("import-columns").WaitForAsync();
    }

    /// <summary>A field of a customer as the API tells it.</summary>
    private static async Task<string?> CustomerAsync(Site site, string id, params string[] path)
    {
        await site.Engine.DrainAsync(TestContext.Current.CancellationToken);
        using var api = site.Api();
        var value = (await api.GetFromJsonAsync<JsonElement>(
            new Uri($"api/v1/customers/{Uri.EscapeDataString(id)}", UriKind.Relative),
            TestContext.Current.CancellationToken)).GetProperty("fields");
        return path.All(part => value.TryGetProperty(part, out value)) ? value.GetString() : null;
    }
}
