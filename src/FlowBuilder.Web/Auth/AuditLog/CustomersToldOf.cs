using System.Globalization;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Auth.AuditLog;

/// <summary>Whom the answer of a call tells of, so that a kept answer can be forgotten with the person.</summary>
internal static class CustomersToldOf
{
    private static readonly object Key = new();

    /// <summary>Notes a customer for the call under way, if there is one.</summary>
    public static void Note(HttpContext? http, CustomerId customer)
    {
        if (http is null) return;
        if (http.Items[Key] is not HashSet<long> noted) http.Items[Key] = noted = [];
        noted.Add(customer.Value);
    }

    /// <summary>The numbers noted.</summary>
    public static IReadOnlyCollection<long> Numbers(HttpContext http) => http.Items[Key] as HashSet<long> ?? [];
}
