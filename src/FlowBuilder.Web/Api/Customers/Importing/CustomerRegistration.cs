namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>Puts what screens need to know of customers into the program.</summary>
internal static class CustomerRegistration
{
    /// <summary>Adds the import of spreadsheets.</summary>
    public static IServiceCollection AddCustomerImport(this IServiceCollection services) =>
        services.AddSingleton<ImportKeys>().AddSingleton<ImportPlanning>()
            .AddSingleton<ImportBox>().AddHostedService(provider => provider.GetRequiredService<ImportBox>());
}
