namespace FlowBuilder.Web.Companies;

/// <summary>Puts the company's settings into the program.</summary>
internal static class CompanyServices
{
    public static IServiceCollection AddCompanySettings(this IServiceCollection services) => services.AddSingleton<CompanySaving>().AddSingleton<SendingSwitch>();
}
