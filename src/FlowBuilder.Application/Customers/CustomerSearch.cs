using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model.Customers;

namespace FlowBuilder.Application.Customers;

/// <summary>Looks for customers by what a person types.</summary>
internal static class CustomerSearch
{
    /// <summary>
    /// Those whose name, email, phone or id has the words, accents or not; a phone number is found by its digits, however it is written;
    /// all of them where nothing is typed.
    /// </summary>
    /// <param name="customers">Of one company.</param>
    /// <param name="typed">What is looked for.</param>
    /// <param name="country">The company's country, for numbers in its own spelling.</param>
    public static IQueryable<CustomerRow> Having(this IQueryable<CustomerRow> customers, string? typed, string? country = null)
    {
        var (words, digits) = SearchText.Sought(typed, country);
        return words.Length == 0 ? customers
            : digits is null ? customers.Where(customer => customer.SearchText.Contains(words))
            : customers.Where(customer => customer.SearchText.Contains(words) || customer.SearchText.Contains(digits));
    }
}
