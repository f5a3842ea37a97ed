using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Connecting_nodes(Chromium chromium)
{
    [Fact]
    public async Task From_a_port_to_a_node_with_the_line_following_and_targets_shown()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.TakeAsync(await artist.At(artist.Port("thank", "out")), await artist.AtNode("tag"));
        await artist.SettleAsync();
        (await artist.Node("tag").GetAttributeAsync("data-drop")).ShouldBe("here");
        (await artist.Node("wait").GetAttributeAsync("data-drop")).ShouldBe("yes");
        (await artist.Node("start").GetAttributeAsync("data-drop")).ShouldBe("no");
        (await artist.Page.Locator(".fbc-preview").GetAttributeAsync("data-state")).ShouldBe("good");
        await artist.PictureAsync("connecting");
        artist.Drawing.Commands.OfType<ConnectNodes>().ShouldBeEmpty();
        await artist.Mouse.UpAsync();
        (await artist.Drawing.NextAsync<ConnectNodes>()).ShouldSatisfyAllConditions(
            made => (made.From, made.Port, made.To).ShouldBe(("thank", "out", "tag")));
        await artist.UntilAsync("document.querySelectorAll('[data-edge-id]').length === 6");
        (await artist.Page.Locator("[data-drop]").CountAsync()).ShouldBe(0);
        artist.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task From_an_input_back_to_a_way_out()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.DragAsync(await artist.At(artist.Node("tag").Locator(".fbc-in")), await artist.At(artist.Port("ask", "yes"), 0, -6));
        (await artist.Drawing.NextAsync<ConnectNodes>()).ShouldSatisfyAllConditions(
            made => (made.From, made.Port, made.To).ShouldBe(("ask", "yes", "tag")));
    }

    [Theory]
    [InlineData("thank", "ask", "After an action use a wait first.")]
    [InlineData("thank", "start", "Nothing can lead to “Estimate sent”: it is a starting point.")]
    [InlineData("thank", "thank", "A step cannot follow itself.")]
    [InlineData("remind", "tag", "These two are already connected.")]
    public async Task What_may_not_be_is_refused_with_the_reason_and_without_asking(string from, string to, string reason)
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.TakeAsync(await artist.At(artist.Port(from, "out")), await artist.AtNode(to));
        await artist.SettleAsync();
        (await artist.Page.Locator(".fbc-hint").InnerTextAsync()).ShouldBe(reason);
        await artist.PictureAsync($"refused-{from}-{to}");
        await artist.Mouse.UpAsync();
        (await artist.SpokenAsync()).ShouldBe(reason);
        await artist.SettleAsync();
        artist.Drawing.Commands.ShouldNotContain(command => command.IsEdit);
    }

    [Fact]
    public async Task Dropped_on_empty_space_it_asks_what_can_follow()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var from = await artist.At(artist.Port("thank", "out"));
        await artist.DragAsync(from, from.By(30, 90));
        var follow = await artist.Drawing.NextAsync<FollowPort>();
        (follow.From, follow.Port).ShouldBe(("thank", "out"));
        follow.At.X.ShouldBe(264 + 30, 1);
        follow.At.Y.ShouldBe(592 + 90, 1);
        follow.Screen.X.ShouldBe(from.X + 30 - 200, 1);
        follow.Screen.Y.ShouldBe(from.Y + 90, 1);
        (await artist.Page.Locator(".fbc-preview").GetAttributeAsync("data-state")).ShouldBe("open");
        await artist.Keyboard.PressAsync("Escape");
        await artist.ClickAsync(await artist.At(artist.Canvas, 200));
        (await artist.Page.Locator(".fbc-preview").GetAttributeAsync("d")).ShouldBe("");
    }

    [Fact]
    public async Task A_tap_on_a_port_asks_what_can_follow()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.ClickAsync(await artist.At(artist.Port("tag", "out")));
        (await artist.Drawing.NextAsync<FollowPort>()).From.ShouldBe("tag");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_up_half_way_nothing_is_left(bool byEscape)
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.TakeAsync(await artist.At(artist.Port("thank", "out")), await artist.AtNode("tag"));
        await artist.SettleAsync();
        if (byEscape) await artist.Keyboard.PressAsync("Escape");
        else
            await artist.Page.EvaluateAsync(
                "() => document.querySelector('.fbc-pane').dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1, bubbles: true "
                    + "}))");
        await artist.Mouse.UpAsync();
        await artist.SettleAsync();
        (await artist.Page.Locator("[data-drop]").CountAsync()).ShouldBe(0);
        (await artist.Page.Locator(".fbc-preview").GetAttributeAsync("d")).ShouldBe("");
        (await artist.SpokenAsync()).ShouldBe("Canceled.");
        artist.Drawing.Commands.ShouldNotContain(command => command.IsEdit);
    }

    [Fact]
    public async Task By_finger()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        await artist.SlideAsync(await artist.At(artist.Port("thank", "out"), 0, 8), await artist.AtNode("tag", 0, 20));
        (await artist.Drawing.NextAsync<ConnectNodes>()).To.ShouldBe("tag");
    }

    [Fact]
    public async Task From_the_keyboard_with_the_way_out_chosen()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Node("ask").FocusAsync();
        await artist.Keyboard.PressAsync("c");
        (await artist.SpokenAsync()).ShouldContain("branch “Yes”");
        await artist.Keyboard.PressAsync("c");
        (await artist.SpokenAsync()).ShouldContain("branch “No”");
        (await artist.Page.Locator("[data-from]").GetAttributeAsync("data-port")).ShouldBe("no");
        await artist.Keyboard.PressAsync("ArrowUp");
        await artist.Keyboard.PressAsync("ArrowUp");
        await artist.Keyboard.PressAsync("Enter");
        (await artist.SpokenAsync()).ShouldBe("Nothing can lead to “Estimate sent”: it is a starting point.");
        await artist.Keyboard.PressAsync("End");
        await artist.Keyboard.PressAsync("Enter");
        (await artist.Drawing.NextAsync<ConnectNodes>()).ShouldSatisfyAllConditions(
            made => (made.From, made.Port, made.To).ShouldBe(("ask", "no", "tag")));
        (await artist.Page.Locator("[data-from]").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task From_the_keyboard_given_up()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Node("thank").FocusAsync();
        await artist.Keyboard.PressAsync("c");
        await artist.Keyboard.PressAsync("Escape");
        (await artist.SpokenAsync()).ShouldBe("Canceled.");
        await artist.Keyboard.PressAsync("End");
        await artist.Keyboard.PressAsync("Enter");
        (await artist.Drawing.NextAsync<OpenNode>()).Node.ShouldBe("tag");
        artist.Drawing.Commands.ShouldNotContain(command => command.IsEdit);
    }
}
