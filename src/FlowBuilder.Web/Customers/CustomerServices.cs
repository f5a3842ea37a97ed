using FlowBuilder.Web.Customers.Importing;
using FlowBuilder.Web.Customers.Merging;

namespace FlowBuilder.Web.Customers;

/// <summary>Puts what screens need to know of customers into the program.</summary>
internal static class CustomerServices
{
    public static IServiceCollection AddCustomerSamples(this IServiceCollection services) => services.AddSingleton<CustomerSamples>().AddSingleton<MergeSides>().AddSingleton<CustomerMerging>();

    /// <summary>Adds the import of spreadsheets.</summary>
    public static IServiceCollection AddCustomerImport(this IServiceCollection services) => services.AddSingleton<ImportKeys>().AddSingleton<ImportPlanning>()
        .AddSingleton<ImportBox>().AddHostedService(provider => provider.GetRequiredService<ImportBox>());
}
