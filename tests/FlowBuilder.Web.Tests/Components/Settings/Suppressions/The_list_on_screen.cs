using System.Text;
using Bunit;
using FlowBuilder.Application.Suppressions;
using FlowBuilder.Web.Api.Suppressions;
using FlowBuilder.Web.Components.Settings.Suppressions;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.Suppressions;

/// <summary>Settings &gt; Sending: the list of suppressions for a manager.</summary>
public sealed class The_list_on_screen : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<Screen> OpenAsync()
    {
        var screen = await Screen.OpenAsync(_host, "manager");
        screen.Services
            .AddSingleton(_host.Services.GetRequiredService<SuppressionReader>())
            .AddSingleton(_host.Services.GetRequiredService<SuppressionCsv>())
            .AddSingleton(_host.Services.GetRequiredService<ISuppressionList>());
        return screen;
    }

    [Fact]
    public async Task An_address_is_put_on_and_found_and_a_file_is_brought_in()
    {
        await _host.TellAsync("identify", """{"userId":"a","traits":{"email":"ann@example.com"}}""");
        await using var screen = await OpenAsync();
        var card = screen.Render<SuppressionsCard>();
        card.WaitForElement("[data-testid=suppressions-none]").TextContent.ShouldBe("The list is empty.");

        card.Find("[data-testid=suppressions-search]").Input(" ANN@example.com");
        card.Find("[data-testid=suppressions-add]").Click();
        card.WaitForElement("[data-testid=suppression]").TextContent.ShouldContain("ann@example.com");
        card.Find("[data-testid=suppression]").TextContent.ShouldContain("By hand");

        card.Find("[data-testid=suppressions-search]").Input("bob@example.com");
        card.Find("form.filters").Submit();
        card.WaitForElement("[data-testid=suppressions-none]").TextContent.ShouldBe("Nothing on the list matches.");

        card.FindComponent<InputFile>()
            .UploadFiles(InputFileContent.CreateFromText("email,reason\nbob@example.com,unsubscribed\n", "list.csv"));
        card.WaitForAssertion(() => card.Find("[data-testid=suppressions-said]").TextContent.ShouldContain("1 addresses were read"));
        card.FindAll("[data-testid=suppression]").ShouldHaveSingleItem().TextContent.ShouldContain("An address no customer has");

        card.FindComponent<InputFile>()
            .UploadFiles(InputFileContent.CreateFromBinary(Encoding.UTF8.GetBytes("email\nnobody\n"), "list.csv"));
        card.WaitForAssertion(() => card.Find("[data-testid=suppressions-said]").TextContent.ShouldContain("Nothing was imported. Row 2"));
    }

    [Fact]
    public async Task What_is_no_address_is_said_in_words()
    {
        await using var screen = await OpenAsync();
        var card = screen.Render<SuppressionsCard>();
        card.WaitForElement("[data-testid=suppressions-none]");
        card.Find("[data-testid=suppressions-search]").Input("1234567890");
        card.Find("[data-testid=suppressions-add]").Click();
        card.WaitForAssertion(() => card.Find("[data-testid=suppressions-said]").TextContent.ShouldContain("not a phone number"));
    }
}
