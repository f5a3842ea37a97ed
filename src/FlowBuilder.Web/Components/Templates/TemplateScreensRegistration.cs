namespace FlowBuilder.Web.Components.Templates;

/// <summary>Puts the templates' screens into the program.</summary>
internal static class TemplateScreensRegistration
{
    public static IServiceCollection AddTemplateScreens(this IServiceCollection services) => services.AddSingleton<TemplatePreviews>();
}
