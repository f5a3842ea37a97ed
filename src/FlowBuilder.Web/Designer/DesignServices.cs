using FlowBuilder.Web.Designer.Trying;

namespace FlowBuilder.Web.Designer;

/// <summary>Puts the designer into the program.</summary>
internal static class DesignServices
{
    public static IServiceCollection AddDesigner(this IServiceCollection services) =>
        services.AddSingleton<DesignClipboard>().AddSingleton<DesignPresence>().AddSingleton<Trials>().AddScoped<DesignRooms>();
}
