using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Application;
using FlowBuilder.Runtime;
using FlowBuilder.Steps;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Sqlite;
using FlowBuilder.Web.Api;
using FlowBuilder.Web.Api.Customers;
using FlowBuilder.Web.Api.Customers.Importing;
using FlowBuilder.Web.Api.Health;
using FlowBuilder.Web.Api.Idempotency;
using FlowBuilder.Web.Api.OpenApi;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.Api.Suppressions;
using FlowBuilder.Web.Api.Tracking;
using FlowBuilder.Web.Api.Tracking.Arrivals;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Auth.AuditLog;
using FlowBuilder.Web.Auth.Circuits;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Components.Designer;
using FlowBuilder.Web.Components.Layout;
using FlowBuilder.Web.Components.Reviews;
using FlowBuilder.Web.Components.Runs;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Components.Sequences;
using FlowBuilder.Web.Components.Settings.AuditLog;
using FlowBuilder.Web.Components.Settings.Channels;
using FlowBuilder.Web.Components.Settings.Suppressions;
using FlowBuilder.Web.Components.Templates;
using FlowBuilder.Web.Demo;
using FlowBuilder.Web.Hosting.Answers;
using FlowBuilder.Web.Hosting.Headers;
using FlowBuilder.Web.Hosting.Lifetime;
using FlowBuilder.Web.Hosting.Logs;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.Settings;
using FlowBuilder.Web.Live;
using FlowBuilder.Web.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging.Console;
using MudBlazor;
using MudBlazor.Services;
using Scalar.AspNetCore;

namespace FlowBuilder.Web;

/// <summary>Puts the web program together.</summary>
internal static class FlowBuilderWeb
{
    /// <summary>What a browser may send over a circuit in one message, in bytes.</summary>
    public const int LargestMessage = 256 * 1024;

    public static void AddFlowBuilderWeb(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        SettingRanges.Check(configuration);
        var installation = Installation.Read(configuration, builder.Environment);
        var services = builder.Services;
        builder.Logging
            .AddConsole(console => console.FormatterName = PlainConsole.FormatName)
            .AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>();
        services.AddSingleton(installation).AddSingleton<StartCheck>();
        services.AddSingleton(TimeProvider.System);
        services.Configure<HostFilteringOptions>(
            options => options.AllowedHosts = [.. installation.AllowedHosts(configuration, builder.Environment)]);

        services.Configure<ForwardedHeadersOptions>(options => TrustedProxies.Read(configuration, options));
        services.AddSingleton(Catalogue.Steps);
        services.AddSingleton(CustomerLimitSettings.Read(configuration));
        AddRuntime(builder);
        services.AddApplication();
        services.AddRuns();
        services.AddSequences().AddReviews();
        services.AddSingleton<ChangeCustomer>().AddSingleton<RecentArrivals>();
        NotedIntake.Around(services);

        services.AddSingleton<FullCustomers>()
            .AddSingleton<FlowBuilder.Runtime.Progress.IProgressListener>(provider => provider.GetRequiredService<FullCustomers>());
        services.AddKeys(configuration, installation);
        services.AddLive(configuration);
        services.AddCircuits(configuration);
        services.AddAccess().AddAccounts(configuration, builder.Environment, installation);
        services.AddCors().AddTransient<Microsoft.AspNetCore.Cors.Infrastructure.ICorsPolicyProvider, AskingPages>();
        services.AddProblemDetails();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = installation.IsHttps ? "__Host-flowbuilder-form" : "flowbuilder-form";
            form.Cookie.SecurePolicy = installation.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        // A bad call is answered as such in Development too.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.Configure<JsonOptions>(options => Configure(options.SerializerOptions));
        services.AddOpenApi(ApiDescription.Document, ApiDescription.Configure);
        AddSite(services);
        services.AddAuditLog().AddChannelSettings().AddSuppressions().AddCustomerImport().AddTemplateScreens().AddDesigner();
        services.AddDemo(configuration, installation);
        services.AddHostedService<StartBanner>();
    }

    public static void UseFlowBuilderWeb(this WebApplication app)
    {
        app.UseMiddleware<ShutdownMiddleware>();
        app.UseForwardedHeaders();
        app.UseMiddleware<NamedHost>();
        app.UseMiddleware<Correlation>();
        app.UseMiddleware<PageHeaders>();
        app.UseExceptionHandler(errors => errors.Run(AnswerPages.FaultAsync));
        app.UseStatusCodePages(status => AnswerPages.StatusAsync(status.HttpContext));
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<AttemptLimit>();
        app.UseAuthentication();
        app.UseMiddleware<KeysStayOutside>();
        app.UseMiddleware<CompanyMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<CircuitMiddleware>();
        app.UseMiddleware<WorkMeter>();
        app.UseMiddleware<IdempotencyKeys>();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapTracking();
        app.MapApi();
        app.MapHealth();
        app.MapDoors();
        app.MapLive();
        app.MapAccounts();
        app.MapAuditExport();
        app.MapAuditSeal();
        app.MapSuppressionExport();
        app.MapActivityExport();
        MapReference(app);
        app.MapSchemas();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = "'none'").RequireAuthorization()
            .Add(endpoint =>
            {
                // Asked for by every page, the sign-in page too: names of scripts, nothing else.
                if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: "/_blazor/initializers/" })
                    endpoint.Metadata.Add(new AllowAnonymousAttribute());
            });
    }

    /// <summary>Screens on circuits. Limits are set here, explicitly: what a browser may send at
    /// once, and how much an idle circuit keeps.</summary>
    private static void AddSite(IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DetailedErrors = false;
            circuits.DisconnectedCircuitMaxRetained = 100;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.JSInteropDefaultCallTimeout = TimeSpan.FromMinutes(1);
            circuits.MaxBufferedUnacknowledgedRenderBatches = 10;
        }).AddHubOptions(hub =>
        {
            hub.MaximumReceiveMessageSize = LargestMessage;
            hub.MaximumParallelInvocationsPerClient = 1;
            hub.EnableDetailedErrors = false;
        });
        services.AddMudServices(
            mud =>
                (mud.SnackbarConfiguration.PositionClass, mud.SnackbarConfiguration.MaximumOpacity,
                 mud.SnackbarConfiguration.ShowTransitionDuration, mud.SnackbarConfiguration.HideTransitionDuration)
                    = (Defaults.Classes.Position.BottomCenter, 100, 150, 300));
    }

    /// <summary>Where people work the reference is for those who are signed in; elsewhere anybody may read it.</summary>
    private static void MapReference(WebApplication app)
    {
        IEndpointConventionBuilder[] reference = [app.MapOpenApi(), app.MapScalarApiReference("/docs/api", ReferenceAtHome)];
        foreach (var endpoint in reference)
        {
            if (app.Environment.IsProduction()) endpoint.RequireAuthorization();
            else endpoint.AllowAnonymous();
        }
    }

    /// <summary>The API reference without what would call its maker's services.</summary>
    private static void ReferenceAtHome(ScalarOptions options)
    {
        options.Title = "FlowBuilder API";
        options.Telemetry = false;
        options.DefaultFonts = false;
        options.HideClientButton = true;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.Agent = new ScalarAgentOptions { Disabled = true };
        options.Mcp = new ScalarMcpOptions { Disabled = true };
        options.Favicon = "/favicon.svg";
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.PropertyNameCaseInsensitive = false;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static void AddRuntime(WebApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddFlowBuilderRuntime(
                SqliteDatabase.Read(builder.Configuration, builder.Environment.ContentRootPath), builder.Configuration,
                builder.Environment.ContentRootPath);
        }
        catch (DatabaseRefusedException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }
}
