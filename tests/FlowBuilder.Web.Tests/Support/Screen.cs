using System.Security.Claims;
using Bunit;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Designer.TestRuns;
using FlowBuilder.Web.Components.Sequences;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Components.Sequences.Protection;
using FlowBuilder.Web.Components.Sequences.Templates;
using FlowBuilder.Web.Components.Settings.Channels;
using FlowBuilder.Web.Components.Templates;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>Components drawn without a browser, for a person who is signed in at company 1 of a host.</summary>
internal sealed class Screen : BunitContext
{
    private Screen(ApiHost host, ClaimsPrincipal person)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<AuthenticationStateProvider>(new At(person));
        Services.AddSingleton(host.Services.GetRequiredService<CallerResolver>())
            .AddSingleton(host.Services.GetRequiredService<ICompanyCache>());
        Services.AddSingleton(host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>());
        Services.AddApplicationOf(host);
        Services.AddScoped<ScreenSession>().AddScoped<SequenceGuard>().AddScoped<SequenceActions>().AddScoped<SequenceBulk>();
        Take<SequenceDocumentJson>(host);
        Take<SequenceTemplates>(host);
        Take<ProductClock>(host);
        Take<LiveFeed>(host);
        Take<StepCatalog>(host);
        Take<IMessageWriter>(host);
        Take<ITextFiller>(host);
        Take<Trials>(host);
        Take<ITemplateCheck>(host);
        Take<IInlineTexts>(host);
        Take<TemplatePreviews>(host);
        Take<SendTestMessage>(host);
    }

    private void Take<T>(ApiHost host)
        where T : class => Services.AddSingleton(host.Services.GetRequiredService<T>());

    public static async Task<Screen> OpenAsync(ApiHost host, string role)
    {
        await People.HireAsync(host.Services, $"{role}-1", role);
        await using var context = host.Context();
        var account = await context.Users.Where(user => user.Id == $"{role}-1").Select(user => user.AccountId).SingleAsync();
        return new Screen(host, new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, $"{account}"), new Claim(PersonClaims.SessionType, $"{Guid.NewGuid()}"),
                new Claim(PersonClaims.CompanyType, "1")
            ],
            "test")));
    }

    /// <summary>The place where dialogs show up.</summary>
    public IRenderedComponent<MudDialogProvider> Dialogs() => Render<MudDialogProvider>();

    private sealed class At(ClaimsPrincipal person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(person));
    }
}
