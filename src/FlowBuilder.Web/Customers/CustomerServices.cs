namespace FlowBuilder.Web.Customers;

/// <summary>Puts what screens need to know of customers into the program.</summary>
internal static class CustomerServices
{
    public static IServiceCollection AddCustomerSamples(this IServiceCollection services) => services.AddSingleton<CustomerSamples>();
}
