using Bunit;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Components.Sequences.Versions;
using FlowBuilder.Web.Tests.Components.Elements;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Sequences.Versions;

public sealed class Versions_on_screen(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task None_is_there_before_the_first_publishing()
    {
        var id = (await host.Manager().PostAsync("sequences", Documents.ByHand)).Expect(System.Net.HttpStatusCode.Created)["id"];
        await using var screen = await OpenAsync("viewer");
        Open(screen, id).WaitForElement("[data-testid=no-versions]", Patience).TextContent.ShouldContain("Nothing has been published yet");
    }

    [Fact]
    public async Task Each_is_drawn_told_in_words_and_compared()
    {
        var id = await TwiceAsync();
        await using var screen = await OpenAsync("viewer");
        var page = Open(screen, id);
        page.WaitForElement("#version-title", Patience).TextContent.ShouldBe("Version 2", "the live one is shown first");
        page.FindAll("[data-node-id]").Select(node => node.GetAttribute("data-node-id")).ShouldBe(["t", "a", "w"], ignoreOrder: true);
        page.FindAll("[data-testid=restore]").ShouldBeEmpty("a viewer restores nothing");
        page.FindAll("[data-testid=version-table] a").Count.ShouldBe(2);

        page = Open(screen, id, "?version=1&view=words");
        page.WaitForElement("[data-testid=version]", Patience).TextContent.ShouldContain("welcome");
        page = Open(screen, id, "?version=1&view=changes&with=2");
        page.WaitForElement("[data-testid=version-differences]", Patience).TextContent.ShouldContain("greeted");
        page.Markup.ShouldContain("From version 1 to version 2");
        page = Open(screen, id, "?version=2&view=changes");
        page.WaitForElement("[data-testid=no-differences]", Patience);
        page = Open(screen, id, "?version=9");
        page.WaitForElement("[data-testid=no-such-version]", Patience).TextContent.ShouldContain("There is no version 9.");
    }

    [Fact]
    public async Task One_is_restored_only_when_it_was_meant()
    {
        var id = await TwiceAsync();
        await using var screen = await OpenAsync("marketer");
        var dialogs = screen.Dialogs();
        var restores = screen.Services.GetRequiredService<PendingRestores>();
        var sequence = new SequenceId(Guid.Parse(id));
        var page = Open(screen, id, "?version=1");
        var given = page.WaitForElement("[data-testid=restore]", Patience).ClickAsync(new());
        await PressAsync(dialogs, "Cancel");
        await given.WaitAsync(Patience, TestContext.Current.CancellationToken);
        restores.Take(sequence).ShouldBeNull();

        given = page.Find("[data-testid=restore]").ClickAsync(new());
        await PressAsync(dialogs, "Restore");
        await given.WaitAsync(Patience, TestContext.Current.CancellationToken);
        screen.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith(SequenceQuery.EditAddress(sequence));
        restores.Take(sequence).ShouldBe(1);
        restores.Take(sequence).ShouldBeNull("it is done once");
    }

    private static async Task PressAsync(IRenderedComponent<MudBlazor.MudDialogProvider> dialogs, string words) =>
        await dialogs.WaitForElement("[role=dialog]", Patience)
            .QuerySelectorAll("button")
            .Single(button => button.TextContent.Trim() == words)
            .ClickAsync(new());

    private static IRenderedComponent<VersionsPage> Open(Screen screen, string id, string query = "")
    {
        screen.Services
            .GetRequiredService<NavigationManager>()
            .NavigateTo(SequenceQuery.VersionsAddress(new SequenceId(Guid.Parse(id))) + query);
        return screen.Render<VersionsPage>(page => page.Add(one => one.Id, id));
    }

    private Task<Screen> OpenAsync(string role) => LiveScreen.OpenAsync(host, role, new LiveFeed(TimeProvider.System));

    private async Task<string> TwiceAsync()
    {
        var id = (await host.Manager().PostAsync("sequences", Documents.ByHand)).Expect(System.Net.HttpStatusCode.Created)["id"];
        (await host.Manager().PostAsync($"sequences/{id}/publish")).Expect(System.Net.HttpStatusCode.OK);
        (await host.Manager()
            .PutAsync(
                $"sequences/{id}/draft",
                Documents.ByHand.Replace("\"welcome\"", "\"greeted\"", StringComparison.Ordinal))).Expect(System.Net.HttpStatusCode.OK);
        (await host.Manager().PostAsync($"sequences/{id}/publish")).Expect(System.Net.HttpStatusCode.OK);
        return id;
    }
}
