using Bunit;
using FlowBuilder.Application.Keys;
using FlowBuilder.Web.Components.Settings.Keys;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.Keys;

public sealed class A_new_key_says_what_it_may_do : BunitContext
{
    private readonly List<KeyWish> _wishes = [];
    private KeyAnswer _answer = new KeyAnswer.Refused("There is a key of this name.");

    public A_new_key_says_what_it_may_do()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
    }

    private async Task<IRenderedComponent<MudDialogProvider>> OpenAsync()
    {
        var dialogs = Render<MudDialogProvider>();
        var make = (KeyWish wish) =>
        {
            _wishes.Add(wish);
            return Task.FromResult(_answer);
        };
        await dialogs.InvokeAsync(
            () => Services.GetRequiredService<IDialogService>()
                .ShowAsync<NewKeyDialog>("New key", new DialogParameters<NewKeyDialog> { { one => one.Make, make } }));
        dialogs.WaitForElement("[data-testid=key-name]");
        return dialogs;
    }

    private async Task<KeyWish> MakeAsync(IRenderedComponent<MudDialogProvider> dialogs, string name)
    {
        await dialogs.Find("[data-testid=key-name]").InputAsync(new() { Value = name });
        await dialogs.Find("#key-form").SubmitAsync();
        return _wishes[^1];
    }

    [Fact]
    public async Task A_server_key_is_the_first_choice_and_is_to_be_kept_secret()
    {
        var dialogs = await OpenAsync();
        dialogs.Find("[data-testid=key-ingest]").HasAttribute("checked").ShouldBeTrue();
        var words = dialogs.Find("[data-testid=key-ingest]").ParentElement!.TextContent;
        words.ShouldContain("change every customer's address, phone and consent, so keep it secret");
        words.ShouldContain("it does not work from a web page");
        (await MakeAsync(dialogs, "CRM")).Scopes.ShouldBe(KeyScopes.Ingest);
    }

    [Fact]
    public async Task A_browser_key_may_stand_in_a_page_and_says_what_anybody_can_do_with_it()
    {
        var dialogs = await OpenAsync();
        var words = dialogs.Find("[data-testid=key-browser]").ParentElement!.TextContent;
        words.ShouldContain("where anyone can read and use it");
        words.ShouldContain("It cannot change known customers, merge people or import anything.");
        await dialogs.Find("[data-testid=key-browser]").ChangeAsync(new() { Value = "on" });
        dialogs.FindAll("[data-testid=key-manage]").ShouldBeEmpty("a page's key never reads or manages");
        (await MakeAsync(dialogs, "Website")).Scopes.ShouldBe(KeyScopes.Ingest | KeyScopes.Browser);
    }

    [Fact]
    public async Task A_key_of_the_API_has_the_rights_that_were_ticked_and_never_those_of_a_sender()
    {
        var dialogs = await OpenAsync();
        await dialogs.Find("[data-testid=key-api]").ChangeAsync(new() { Value = "on" });
        await dialogs.Find("[data-testid=key-approve]").ChangeAsync(new() { Value = true });
        var wish = await MakeAsync(dialogs, "Reports");
        (wish.Name, wish.Scopes, wish.Lasts).ShouldBe(("Reports", KeyScopes.Read | KeyScopes.Approve, TimeSpan.FromDays(365)));
    }

    [Fact]
    public async Task A_refusal_is_told_and_the_dialog_stays()
    {
        var dialogs = await OpenAsync();
        await MakeAsync(dialogs, "CRM");
        dialogs.Find("[data-testid=key-fault]").TextContent.ShouldBe("There is a key of this name.");
        _answer = new KeyAnswer.Refused("Another reason.");
        await MakeAsync(dialogs, "CRM 2");
        dialogs.Find("[data-testid=key-fault]").TextContent.ShouldBe("Another reason.");
    }
}
