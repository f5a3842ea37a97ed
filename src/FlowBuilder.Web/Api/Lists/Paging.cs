using System.Globalization;
using System.Reflection;
using FlowBuilder.Application.Lists;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowBuilder.Web.Api.Lists;

/// <summary><c>?after=&amp;limit=</c> of every list. The cursor says behind which row to go on, so
/// that rows added in the meantime shift nothing.</summary>
internal sealed class Paging : IRefusable, IEndpointParameterMetadataProvider
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    private Paging(int limit, IReadOnlyList<string>? after, ProblemHttpResult? refusal) =>
        (Limit, After, Refusal) = (limit, after, refusal);

    public ProblemHttpResult? Refusal { get; }

    /// <summary>Items on a page, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; }

    /// <summary>The parts of the cursor; null on the first page.</summary>
    public IReadOnlyList<string>? After { get; }

    /// <summary>For a cursor that this list cannot have written.</summary>
    public static ProblemHttpResult WrongCursor =>
        Problem.Field("after", "invalid-cursor", "is not a cursor of this list. Use the value of next from the previous answer.");

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new PagedRoute());

    public static ValueTask<Paging?> BindAsync(HttpContext http, ParameterInfo parameter) =>
        ValueTask.FromResult<Paging?>(Read(http.Request.Query["limit"], http.Request.Query["after"]));

    /// <summary>Cuts a list read with one row more than the limit into a page.</summary>
    /// <param name="rows">Up to <see cref="Limit"/> + 1 rows.</param>
    /// <param name="cursor">The cursor's parts of a row.</param>
    /// <param name="item">The row as it is shown.</param>
    public Page<TItem> Cut<TRow, TItem>(IReadOnlyList<TRow> rows, Func<TRow, IReadOnlyList<string>> cursor, Func<TRow, TItem> item) =>
        new([.. rows.Take(Limit).Select(item)], rows.Count > Limit ? Cursor.Write(cursor(rows[Limit - 1])) : null);

    internal static Paging Read(string? limit, string? after)
    {
        var size = DefaultLimit;
        if (!string.IsNullOrEmpty(limit)
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > MaxLimit))
            return new(0, null, Problem.Field("limit", "out-of-range", $"must be a number from 1 to {MaxLimit}."));
        if (string.IsNullOrEmpty(after)) return new(size, null, null);
        return Cursor.Read(after) is { } parts
            ? new(size, parts, null)
            : new(0, null, WrongCursor);
    }
}

/// <summary>Marks a route that takes <c>after</c> and <c>limit</c>.</summary>
internal sealed class PagedRoute;
