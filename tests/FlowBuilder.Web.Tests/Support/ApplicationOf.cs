using FlowBuilder.Application;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>The use cases and queries of a host, for components drawn without a browser.</summary>
internal static class ApplicationOf
{
    /// <summary>Takes them over from the host; those that read are made anew over another database where one is given.</summary>
    public static IServiceCollection AddApplicationOf(
        this IServiceCollection services, ApiHost host, IDbContextFactory<FlowBuilderContext>? contexts = null)
    {
        foreach (var type in new ServiceCollection().AddApplication()
            .Where(one => one.Lifetime == ServiceLifetime.Singleton)
            .Select(one => one.ServiceType)
            .Where(type => type.Assembly == typeof(ApplicationRegistration).Assembly).Distinct())
            services.AddSingleton(
                type,
                contexts is not null && Reads(type)
                    ? ActivatorUtilities.CreateInstance(host.Services, type, contexts)
                    : host.Services.GetRequiredService(type));
        return services;
    }

    private static bool Reads(Type type) =>
        type.GetConstructors()
            .Any(made => made.GetParameters().Any(parameter => parameter.ParameterType == typeof(IDbContextFactory<FlowBuilderContext>)));
}
