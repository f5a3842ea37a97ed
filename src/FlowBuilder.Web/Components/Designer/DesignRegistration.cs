using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Designer.TestRuns;

namespace FlowBuilder.Web.Components.Designer;

/// <summary>Puts the designer into the program.</summary>
internal static class DesignRegistration
{
    public static IServiceCollection AddDesigner(this IServiceCollection services) =>
        services.AddSingleton<DesignClipboard>().AddSingleton<DesignPresence>().AddSingleton<Trials>().AddScoped<DesignRooms>();
}
