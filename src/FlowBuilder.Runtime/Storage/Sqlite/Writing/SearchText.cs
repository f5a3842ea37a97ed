using FlowBuilder.Core.Customers;

namespace FlowBuilder.Runtime.Storage.Sqlite.Writing;

/// <summary>What a search looks through: name, email, phone and userId in lower case.</summary>
internal static class SearchText
{
    public static string Of(Customer customer) =>
        string.Join(' ', new[] { customer.DisplayName, customer.Email, customer.Phone, customer.UserId }.Where(part => !string.IsNullOrEmpty(part)).Distinct()).ToLowerInvariant();
}
