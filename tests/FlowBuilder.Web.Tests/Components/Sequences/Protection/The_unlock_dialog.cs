using Bunit;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Sequences.Protection;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Sequences.Protection;

public sealed class The_unlock_dialog(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Password = "mulch & marigold";

    [Fact]
    public async Task Says_how_long_it_stays_open_and_what_was_wrong_and_opens_with_the_right_password()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var sequence = await ProtectedAsync();
        var dialogs = screen.Dialogs();
        var session = screen.Services.GetRequiredService<SequenceGuard>();
        var opening = await dialogs.InvokeAsync(() => Task.FromResult(session.OpenAsync(Right.DesignSequences, sequence, "By hand")));
        dialogs.WaitForAssertion(() => dialogs.Markup.ShouldContain("30 minutes"));
        dialogs.Markup.ShouldContain("“By hand” is protected");

        await TypeAsync(dialogs, "guess");
        dialogs.WaitForAssertion(() => dialogs.Find("[role=alert]").TextContent.ShouldContain("not this sequence's password"));
        dialogs.Find("[data-testid=unlock-password]").GetAttribute("value").ShouldBeNullOrEmpty();
        opening.IsCompleted.ShouldBeFalse();
        await TypeAsync(dialogs, Password);
        var access = (await opening.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldNotBeNull();
        access.Sequence.ShouldBe(sequence);
        access.By.Id.ShouldBe("user:marketer-1");
        (await dialogs.InvokeAsync(
            () => session.StandingAsync(sequence, TestContext.Current.CancellationToken)))!.UnlockedUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task Cancelled_it_opens_nothing_and_after_five_wrong_ones_it_says_when_to_come_back()
    {
        await using var screen = await Screen.OpenAsync(host, "manager");
        var sequence = await ProtectedAsync();
        var dialogs = screen.Dialogs();
        var opening = await dialogs.InvokeAsync(
            () => Task.FromResult(screen.Services
                .GetRequiredService<SequenceGuard>()
                .OpenAsync(Right.PublishSequences, sequence, "By hand")));
        dialogs.WaitForElement("[data-testid=unlock-password]");
        for (var i = 0; i < 6; i++)
        {
            await TypeAsync(dialogs, $"guess {i}");
            dialogs.WaitForElement("[role=alert]");
        }

        dialogs.WaitForAssertion(
            () => dialogs.Find("[role=alert]").TextContent.ShouldBe("Too many wrong passwords. Try again in 5 minutes."));
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").ClickAsync(new());
        (await opening.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_without_the_right_is_not_even_asked()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var sequence = await ProtectedAsync();
        await Should.ThrowAsync<NotAllowedException>(
            () => screen.Services.GetRequiredService<SequenceGuard>().OpenAsync(Right.DesignSequences, sequence, "By hand"));
    }

    private static async Task TypeAsync(IRenderedComponent<MudDialogProvider> dialogs, string password)
    {
        await dialogs.Find("[data-testid=unlock-password]").InputAsync(new() { Value = password });
        await dialogs.Find("#unlock-form").SubmitAsync();
    }

    private async Task<SequenceId> ProtectedAsync()
    {
        var id = (await host.Manager().PostAsync("sequences", Documents.OwnByHand()))["id"];
        (await host.Manager()
            .PutAsync($"sequences/{id}/password", $$"""{"password":"{{Password}}"}""")).Expect(System.Net.HttpStatusCode.OK);
        return new SequenceId(Guid.Parse(id));
    }
}
