using System.Reflection;
using FlowBuilder.Web.Bodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowBuilder.Web.Api.Lists;

/// <summary>Paging of a list in order of its rows' ids, newest first.</summary>
internal sealed class IdPaging : IRefusable, IEndpointParameterMetadataProvider
{
    private readonly Paging _paging;

    private IdPaging(Paging paging)
    {
        _paging = paging;
        Refusal = paging.Refusal;
        Before = long.MaxValue;
        if (paging.After is null) return;
        if (paging.After is [var text] && RowId.TryRead(text, out var id)) Before = id;
        else Refusal = Paging.WrongCursor;
    }

    public ProblemHttpResult? Refusal { get; }

    /// <summary>Only rows with smaller ids.</summary>
    public long Before { get; }

    /// <summary>Rows to read: one more than are shown tells whether there is a next page.</summary>
    public int Take => _paging.Limit + 1;

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => Paging.PopulateMetadata(parameter, builder);

    public static async ValueTask<IdPaging?> BindAsync(HttpContext http, ParameterInfo parameter) => new((await Paging.BindAsync(http, parameter))!);

    /// <summary>Makes the page of the rows read.</summary>
    public Page<TItem> Cut<TRow, TItem>(IReadOnlyList<TRow> rows, Func<TRow, long> id, Func<TRow, TItem> item) =>
        _paging.Cut(rows, row => [RowId.Write(id(row))], item);
}
