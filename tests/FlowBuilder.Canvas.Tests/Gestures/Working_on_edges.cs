using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Working_on_edges(Chromium chromium)
{
    [Fact]
    public async Task The_plus_asks_what_can_stand_there()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.ClickAsync(await artist.At(artist.Plus("d")));
        var insert = await artist.Drawing.NextAsync<ShowInsertMenu>();
        insert.Edge.ShouldBe("d");
        insert.At.ShouldBe(new CanvasPoint(558, 480));
    }

    [Fact]
    public async Task The_plus_by_finger_and_from_the_keyboard()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        var plus = await artist.At(artist.Plus("b"));
        await artist.FingersAsync("touchStart", plus);
        await artist.FingersAsync("touchEnd");
        (await artist.Drawing.NextAsync<ShowInsertMenu>()).Edge.ShouldBe("b");
        await artist.Node("start").FocusAsync();
        await artist.Keyboard.PressAsync("i");
        (await artist.Drawing.NextAsync<ShowInsertMenu>()).Edge.ShouldBe("a");
        await artist.Node("tag").FocusAsync();
        await artist.Keyboard.PressAsync("i");
        (await artist.Drawing.NextAsync<FollowPort>()).From.ShouldBe("tag");
    }

    [Fact]
    public async Task Led_elsewhere_by_the_end_at_the_target()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.TakeAsync(await artist.At(artist.Node("tag").Locator(".fbc-in"), 0, -16), await artist.AtNode("thank"));
        await artist.SettleAsync();
        (await artist.Page.Locator("[data-edge-id=e][data-loose]").CountAsync()).ShouldBe(1);
        await artist.PictureAsync("reconnecting");
        await artist.Mouse.UpAsync();
        (await artist.Drawing.NextAsync<ReconnectEdge>()).ShouldSatisfyAllConditions(
            again => (again.Edge, again.End, again.Node, again.Port).ShouldBe(("e", EdgeEnd.To, "thank", null)));
    }

    [Fact]
    public async Task Led_elsewhere_by_the_end_where_it_begins_after_choosing_it()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.ClickAsync(await artist.At(artist.Plus("d"), 24));
        await artist.PictureAsync("edge-chosen");
        await artist.DragAsync(await artist.At(artist.Page.Locator(".fbc-end[data-end=From]")), await artist.At(artist.Port("ask", "yes")));
        (await artist.Drawing.NextAsync<ReconnectEdge>()).ShouldSatisfyAllConditions(
            again => (again.Edge, again.End, again.Node, again.Port).ShouldBe(("d", EdgeEnd.From, "ask", "yes")));
    }

    [Fact]
    public async Task Let_go_in_the_void_or_given_up_it_stays()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var end = await artist.At(artist.Node("tag").Locator(".fbc-in"), 0, -16);
        await artist.DragAsync(end, end.By(-200, -20));
        await artist.TakeAsync(end, await artist.AtNode("thank"));
        await artist.Keyboard.PressAsync("Escape");
        await artist.Mouse.UpAsync();
        await artist.DragAsync(end, await artist.AtNode("tag"));
        await artist.SettleAsync();
        (await artist.Page.Locator("[data-loose]").CountAsync()).ShouldBe(0);
        artist.Drawing.Commands.ShouldNotContain(command => command.IsEdit);
    }

    [Fact]
    public async Task By_finger_on_the_end_of_a_chosen_edge()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        var middle = await artist.At(artist.Plus("d"), 24);
        await artist.FingersAsync("touchStart", middle);
        await artist.FingersAsync("touchEnd");
        await artist.SlideAsync(await artist.At(artist.Page.Locator(".fbc-end[data-end=To]")), await artist.AtNode("tag", 0, 20));
        (await artist.Drawing.NextAsync<ReconnectEdge>()).Node.ShouldBe("tag");
    }

    [Fact]
    public async Task From_the_keyboard_an_edge_is_chosen_led_elsewhere_and_deleted()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Node("ask").FocusAsync();
        await artist.Keyboard.PressAsync("e");
        (await artist.SpokenAsync()).ShouldContain("Line to “Thank you” selected.");
        await artist.Keyboard.PressAsync("e");
        (await artist.SpokenAsync()).ShouldContain("Line to “Reminder” selected.");
        await artist.Keyboard.PressAsync("c");
        await artist.Keyboard.PressAsync("End");
        await artist.Keyboard.PressAsync("Enter");
        (await artist.Drawing.NextAsync<ReconnectEdge>()).ShouldSatisfyAllConditions(
            again => (again.Edge, again.End, again.Node).ShouldBe(("d", EdgeEnd.To, "tag")));
        await artist.UntilAsync("document.querySelector('[data-edge-id=d]').dataset.t === 'tag'");
        await artist.Keyboard.PressAsync("Delete");
        (await artist.Drawing.NextAsync<DeleteParts>()).ShouldSatisfyAllConditions(
            gone => gone.Edges.ShouldBe(["d"]), gone => gone.Nodes.ShouldBeEmpty());
        await artist.UntilAsync("!document.querySelector('[data-edge-id=d]')");
    }

    [Fact]
    public async Task A_click_chooses_a_line_and_Delete_removes_it()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.ClickAsync(await artist.At(artist.Plus("d"), 24));
        (await artist.Drawing.NextAsync<SelectParts>()).Edges.ShouldBe(["d"]);
        await artist.Keyboard.PressAsync("Delete");
        (await artist.Drawing.NextAsync<DeleteParts>()).Edges.ShouldBe(["d"]);
    }
}
