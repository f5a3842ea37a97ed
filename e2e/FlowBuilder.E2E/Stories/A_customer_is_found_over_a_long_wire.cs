using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_customer_is_found_over_a_long_wire(Chromium chromium)
{
    /// <summary>Somebody types as soon as the field takes letters, quicker than the program can answer.</summary>
    [Fact]
    public async Task No_letter_typed_in_the_first_moment_is_lost()
    {
        await using var site = await Site.StartAsync();
        await site.TellAsync(
            "identify", """{"userId":"wire-1","traits":{"first_name":"Quentin","last_name":"Quick","email":"quentin@example.com"}}""");
        await using var wire = Wire.To(site.Address.Port);
        await using var olive = await Visitor.ComeAsync(chromium, site, way: new Uri($"http://127.0.0.1:{wire.Port}/"));
        await olive.SignInAsync("olive");
        wire.Delay = TimeSpan.FromMilliseconds(120);
        foreach (var field in (string[])["#merge-stays", "#merge-goes"])
        {
            await olive.Page.GotoAsync("customers/merge");
            await olive.Page.Locator(field).ClickAsync();
            await olive.Page.Keyboard.TypeAsync("quentin", new() { Delay = 40 });
            await Assertions.Expect(olive.Page.Locator(field)).ToHaveValueAsync("quentin");
            await olive.Page.GetByText("Quentin Quick (quentin@example.com)").WaitForAsync();
            (await olive.Page.Locator(field).InputValueAsync()).ShouldBe("quentin");
        }

        olive.Faults.ShouldBeEmpty();
    }
}
