using FlowBuilder.Core.Model.Access;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.SignalR;

namespace FlowBuilder.Web.Live;

/// <summary>Puts the live hub into the program.</summary>
internal static class LiveRegistration
{
    /// <summary>What a client may send at once, in bytes. The longest call is a topic and an id.</summary>
    public const int LargestMessage = 4 * 1024;

    /// <exception cref="SettingsException">The Redis server's connection string cannot be read.</exception>
    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(Link(configuration));
        services.AddSignalR().AddHubOptions<LiveHub>(hub =>
        {
            hub.MaximumReceiveMessageSize = LargestMessage;
            hub.MaximumParallelInvocationsPerClient = 1;
            hub.EnableDetailedErrors = false;
            hub.AddFilter<LiveGuard>();
        });
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None));
        services.AddSingleton<LiveConnections>().AddSingleton<LiveAccess>().AddSingleton<LiveGuard>();
        return services.AddHostedService<LiveSweep>();
    }

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapHub<LiveHub>(LiveHub.Address).For(Right.SeeWork);

    private static NodeLinkOptions Link(IConfiguration configuration)
    {
        try
        {
            return NodeLinkOptions.Read(configuration);
        }
        catch (ArgumentException unreadable)
        {
            throw new SettingsException(unreadable.Message.Split(" (Parameter")[0], unreadable);
        }
    }
}
