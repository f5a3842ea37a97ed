using System.Net;
using System.Text;
using Bunit;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Sequences;
using FlowBuilder.Web.Components.Sequences.Protection;
using FlowBuilder.Web.Components.Templates;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Sequences.Protection;

/// <summary>What needs the password of a protected sequence although it does not open that sequence: at the screens.</summary>
public sealed class What_a_password_guards_on_screen(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Password = "mulch & marigold";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_file_that_is_a_protected_drawing_is_imported_with_the_password_and_not_without()
    {
        var document = Documents.OwnByHand();
        var sequence = await ProtectedAsync(document);
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var dialogs = screen.Dialogs();
        var actions = screen.Services.GetRequiredService<SequenceActions>();
        var importing = await dialogs.InvokeAsync(() => Task.FromResult(actions.ImportAsync(Encoding.UTF8.GetBytes(document))));
        dialogs.WaitForAssertion(
            () => dialogs.Find("[data-testid=unlock-why]").TextContent.ShouldStartWith("These are the steps of this sequence."), Patience);
        await CancelAsync(dialogs);
        (await importing.WaitAsync(Patience, TestContext.Current.CancellationToken)).Made.ShouldBeNull();
        (await CountAsync()).ShouldBe(1);

        importing = await dialogs.InvokeAsync(() => Task.FromResult(actions.ImportAsync(Encoding.UTF8.GetBytes(document))));
        await GiveAsync(dialogs);
        (await importing.WaitAsync(Patience, TestContext.Current.CancellationToken)).Made.ShouldNotBeNull().ShouldNotBe(sequence);
        (await CountAsync()).ShouldBe(2);

        async Task<int> CountAsync()
        {
            await using var context = host.Context();
            var tag = document[document.IndexOf("welcome-", StringComparison.Ordinal)..][..40];
            return await context.Sequences.CountAsync(row => row.Draft.Contains(tag), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Steps_of_a_protected_sequence_pasted_into_another_are_stored_with_its_password()
    {
        var document = Documents.FollowUp("Pasted from here").Replace("nudging", $"nudging-{Guid.NewGuid():N}", StringComparison.Ordinal);
        await ProtectedAsync(document);
        var mine = new SequenceId(Guid.Parse(
            (await host.Manager().PostAsync("sequences", Documents.OwnByHand())).Expect(HttpStatusCode.Created)["id"]));
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var dialogs = screen.Dialogs();
        var read = screen.Services.GetRequiredService<SequenceDocumentJson>();
        var store = new StoredDraft(
            screen.Services.GetRequiredService<Web.Auth.Access.ScreenSession>(), screen.Services.GetRequiredService<SequenceGuard>(),
            screen.Services.GetRequiredService<SequenceDrafts>(), host.Services.GetRequiredService<DraftReader>(),
            host.Services.GetRequiredService<DesignPresence>(), mine);
        var pasted = read.Read(document).Document!;
        var saving = await dialogs.InvokeAsync(() => Task.FromResult(store.SaveAsync(pasted, 1)));
        dialogs.WaitForAssertion(() => dialogs.Markup.ShouldContain("“Pasted from here” is protected"), Patience);
        await CancelAsync(dialogs);
        SequenceText
            .Refusal((await saving.WaitAsync(Patience, TestContext.Current.CancellationToken))
                .ShouldBeOfType<SequenceAnswer<SavedSequence>.Refused>().Why
                .ShouldBeOfType<SequenceRefusal.Guarded>())
            .ShouldContain("“Pasted from here”");

        saving = await dialogs.InvokeAsync(() => Task.FromResult(store.SaveAsync(pasted, 1)));
        await GiveAsync(dialogs);
        (await saving.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeOfType<SequenceAnswer<SavedSequence>.Done>();
    }

    [Fact]
    public async Task A_template_says_which_protected_sequences_send_it_and_saving_asks_for_their_password()
    {
        var key = $"guarded-{Guid.NewGuid():N}";
        (await host.Manager().PutAsync($"templates/{key}", Documents.Reminder)).Expect(HttpStatusCode.OK);
        var document = Documents.FollowUp("Sends it").Replace("\"estimate-reminder\"", $"\"{key}\"", StringComparison.Ordinal);
        await ProtectedAsync(document, live: true);
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var dialogs = screen.Dialogs();
        var page = screen.Render<TemplatePage>(parameters => parameters.Add(one => one.Key, key));
        page.WaitForElement("[data-testid=guarded-template]", Patience).TextContent.ShouldContain("saving asks for their passwords");
        page.Markup.ShouldContain("Sends it</a> (protected)");
        await page.Find("[data-testid=subject]").InputAsync("Another subject");
        var saving = page.Find("[data-testid=template-form]").SubmitAsync();
        dialogs.WaitForAssertion(
            () => dialogs.Find("[data-testid=unlock-why]").TextContent.ShouldStartWith("This sequence sends the template."), Patience);
        await CancelAsync(dialogs);
        await saving.WaitAsync(Patience, TestContext.Current.CancellationToken);
        page.WaitForAssertion(
            () => page.Find("[data-testid=save-state]").TextContent
                .ShouldBe("Not saved: “Sends it” sends this template and is protected. Save again and give the password."),
            Patience);

        saving = page.Find("[data-testid=template-form]").SubmitAsync();
        await GiveAsync(dialogs);
        await saving.WaitAsync(Patience, TestContext.Current.CancellationToken);
        page.WaitForAssertion(() => page.Find("[data-testid=save-state]").TextContent.ShouldBe("Saved as revision 2."), Patience);
    }

    private static async Task GiveAsync(IRenderedComponent<MudDialogProvider> dialogs)
    {
        await dialogs.WaitForElement("[data-testid=unlock-password]", Patience).InputAsync(new() { Value = Password });
        await dialogs.Find("#unlock-form").SubmitAsync();
    }

    private static async Task CancelAsync(IRenderedComponent<MudDialogProvider> dialogs)
    {
        dialogs.WaitForElement("[data-testid=unlock-password]", Patience);
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").ClickAsync(new());
    }

    private async Task<SequenceId> ProtectedAsync(string document, bool live = false)
    {
        var id = live
            ? await host.Manager().PublishAsync(document)
            : (await host.Manager().PostAsync("sequences", document)).Expect(HttpStatusCode.Created)["id"];
        (await host.Manager().PutAsync($"sequences/{id}/password", $$"""{"password":"{{Password}}"}""")).Expect(HttpStatusCode.OK);
        return new SequenceId(Guid.Parse(id));
    }
}
