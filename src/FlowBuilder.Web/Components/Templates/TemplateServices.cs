namespace FlowBuilder.Web.Components.Templates;

/// <summary>Puts the templates' screens into the program.</summary>
internal static class TemplateServices
{
    public static IServiceCollection AddTemplateScreens(this IServiceCollection services) => services.AddSingleton<TemplatePreviews>();
}
