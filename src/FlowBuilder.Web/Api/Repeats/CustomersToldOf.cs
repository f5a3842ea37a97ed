using System.Globalization;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Repeats;

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

    /// <summary>The numbers noted, as <see cref="IdempotencyKeyRow.Customers"/> keeps them; null: none.</summary>
    public static string? Write(HttpContext http) =>
        http.Items[Key] is HashSet<long> noted ? $" {string.Join(' ', noted.Select(id => id.ToString(CultureInfo.InvariantCulture)))} " : null;

    /// <summary>Whether one of them has been erased while the call was answered.</summary>
    public static async Task<bool> IsOneGoneAsync(HttpContext http, FlowBuilderContext context, CancellationToken cancellation) =>
        http.Items[Key] is HashSet<long> noted && await context.Customers.CountAsync(row => noted.Contains(row.Id), cancellation) < noted.Count;
}
