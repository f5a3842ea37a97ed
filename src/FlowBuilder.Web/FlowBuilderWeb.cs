using FlowBuilder.Runtime;
using FlowBuilder.Steps;
using FlowBuilder.Web.Doors;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using FlowBuilder.Web.Settings;
using FlowBuilder.Web.Status;
using FlowBuilder.Web.Tracking;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HostFiltering;

namespace FlowBuilder.Web;

/// <summary>Puts the web program together.</summary>
internal static class FlowBuilderWeb
{
    public static void AddFlowBuilderWeb(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var installation = Installation.Read(configuration, builder.Environment);
        var services = builder.Services;
        services.AddSingleton(installation);
        services.AddSingleton(Catalogue.Steps);
        services.AddFlowBuilderRuntime(configuration, builder.Environment.ContentRootPath);
        services.AddSingleton(TimeProvider.System);
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. installation.AllowedHosts(configuration, builder.Environment)]);

        services.AddSingleton(KeysOf(configuration, installation));
        services.AddSingleton(_ => new Allowances(configuration.GetSection("RateLimits").Get<AllowanceSettings>() ?? new AllowanceSettings()));
        services.AddAuthentication(KeyAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        services.AddAuthorization();
        services.AddCors(cors => cors.AddPolicy(TrackingEndpoints.Browsers, policy => policy.AllowAnyOrigin().AllowAnyHeader().WithMethods("POST")));
        services.AddProblemDetails();
        services.AddRazorComponents();
        services.AddHostedService<StartBanner>();
    }

    public static void UseFlowBuilderWeb(this WebApplication app)
    {
        app.UseMiddleware<PageHeaders>();
        app.UseExceptionHandler(errors => errors.Run(AnswerPages.FaultAsync));
        app.UseStatusCodePages(status => AnswerPages.StatusAsync(status.HttpContext));
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapTracking();
        app.MapDoors();
        app.MapHealth();
        app.MapRazorComponents<StatusApp>();
    }

    private static KeyRing KeysOf(IConfiguration configuration, Installation installation)
    {
        try
        {
            return KeyRing.Of(configuration.GetSection("Keys").Get<List<KeySettings>>() ?? [], installation.Demo);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }
}
