using System.Diagnostics.CodeAnalysis;
using FlowBuilder.Runtime.Storage.Model;

namespace FlowBuilder.Web.Customers;

/// <summary>Looks for customers by what a person types.</summary>
internal static class CustomerSearch
{
    /// <summary>Those whose name, email, phone or id has the words; all of them where nothing is typed.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "The column for searching is stored in lower case.")]
    public static IQueryable<CustomerRow> Having(this IQueryable<CustomerRow> customers, string? typed)
    {
        var words = typed?.Trim().ToLowerInvariant() ?? "";
        return words.Length == 0 ? customers : customers.Where(customer => customer.SearchText.Contains(words));
    }
}
