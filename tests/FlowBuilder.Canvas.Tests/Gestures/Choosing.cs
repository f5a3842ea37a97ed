using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Choosing(Chromium chromium)
{
    [Fact]
    public async Task A_click_chooses_one_a_click_beside_none()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.ClickAsync(await artist.AtNode("thank"));
        await artist.ClickAsync(await artist.AtNode("tag"));
        (await artist.Drawing.NextAsync<SelectParts>()).Nodes.ShouldBe(["tag"]);
        (await artist.FocusedAsync()).ShouldBe("tag");
        await artist.PictureAsync("chosen");
        await artist.ClickAsync(await artist.At(artist.Canvas, -400, 100));
        (await artist.Drawing.NextAsync<SelectParts>()).Nodes.ShouldBeEmpty();
        (await artist.ChosenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_box_chooses_what_it_touches_and_is_told_once()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.ClickAsync(await artist.AtNode("start"));
        await artist.Drawing.NextAsync<SelectParts>();
        var (from, to) = ((await artist.AtNode("thank")).By(-200, -80), await artist.AtNode("remind"));
        await artist.Keyboard.DownAsync("Shift");
        await artist.TakeAsync(from, to);
        await artist.SettleAsync();
        artist.Sent.Clear();
        await artist.PictureAsync("box");
        await artist.CarryAsync(to, to.By(10, 10));
        await artist.SettleAsync();
        artist.Sent.ShouldBeEmpty();
        await artist.Mouse.UpAsync();
        await artist.Keyboard.UpAsync("Shift");
        (await artist.Drawing.NextAsync<SelectParts>()).Nodes.ShouldBe(["start", "thank", "remind"], ignoreOrder: true);
        artist.Drawing.Commands.OfType<SelectParts>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_box_given_up_leaves_what_was_chosen()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.ClickAsync(await artist.AtNode("start"));
        await artist.Keyboard.DownAsync("Shift");
        await artist.TakeAsync((await artist.AtNode("thank")).By(-200, -80), await artist.AtNode("remind"));
        await artist.Keyboard.PressAsync("Escape");
        await artist.Mouse.UpAsync();
        await artist.Keyboard.UpAsync("Shift");
        (await artist.ChosenAsync()).ShouldBe(["start"]);
        await artist.UntilAsync("document.querySelector('.fbc-box').hidden");
    }

    [Fact]
    public async Task By_finger_with_the_button_for_several()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        await artist.Page.Locator("[data-do=box]").ClickAsync();
        (await artist.Page.Locator("[data-do=box]").GetAttributeAsync("aria-pressed")).ShouldBe("true");
        await artist.SlideAsync((await artist.AtNode("thank")).By(-180, -80), await artist.AtNode("thank"));
        (await artist.ChosenAsync()).ShouldBe(["thank"]);
        await artist.FingersAsync("touchStart", await artist.AtNode("tag"));
        await artist.FingersAsync("touchEnd");
        (await artist.ChosenAsync()).ShouldBe(["thank", "tag"]);
    }

    [Fact]
    public async Task From_the_keyboard()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Node("thank").FocusAsync();
        await artist.Keyboard.PressAsync(" ");
        (await artist.SpokenAsync()).ShouldBe("“Thank you” selected.");
        await artist.Keyboard.PressAsync("Control+a");
        (await artist.ChosenAsync()).Length.ShouldBe(6);
        await artist.Keyboard.PressAsync("Escape");
        (await artist.ChosenAsync()).ShouldBeEmpty();
        await artist.Keyboard.PressAsync(" ");
        await artist.Keyboard.PressAsync("Delete");
        (await artist.Drawing.NextAsync<DeleteParts>()).Nodes.ShouldBe(["thank"]);
        await artist.UntilAsync("document.querySelectorAll('[data-node-id]').length === 5");
        (await artist.ChosenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_server_chooses_and_leads_the_keyboard_there()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Drawing.Canvas!.SelectAsync(["ask", "tag", "gone"]);
        (await artist.ChosenAsync()).ShouldBe(["ask", "tag"]);
        await artist.Drawing.Canvas!.FocusNodeAsync("wait");
        (await artist.FocusedAsync()).ShouldBe("wait");
        (await artist.ChosenAsync()).ShouldBe(["wait"]);
    }

    [Fact]
    public async Task A_double_click_opens_and_a_right_click_or_a_long_press_shows_the_menu()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        await artist.Node("ask").DblClickAsync();
        (await artist.Drawing.NextAsync<OpenNode>()).Node.ShouldBe("ask");
        var tag = await artist.AtNode("tag");
        await artist.Mouse.ClickAsync((float)tag.X, (float)tag.Y, new() { Button = Microsoft.Playwright.MouseButton.Right });
        (await artist.Drawing.NextAsync<ShowMenu>()).Node.ShouldBe("tag");
        (await artist.ChosenAsync()).ShouldBe(["tag"]);
        var thank = await artist.AtNode("thank");
        await artist.FingersAsync("touchStart", thank);
        (await artist.Drawing.NextAsync<ShowMenu>()).ShouldSatisfyAllConditions(
            menu => menu.Node.ShouldBe("thank"), menu => menu.Screen.X.ShouldBe(thank.X - 200, 1));
        await artist.FingersAsync("touchMove", thank.By(60, 60));
        await artist.FingersAsync("touchEnd");
        await artist.Keyboard.PressAsync("Shift+F10");
        await artist.Drawing.NextAsync<ShowMenu>();
        artist.Drawing.Commands.ShouldNotContain(command => command.IsEdit);
        artist.Drawing.Commands.OfType<ShowMenu>().Count().ShouldBe(3);
    }
}
