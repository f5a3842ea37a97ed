using System.Reflection;
using FlowBuilder.Application.Lists;
using FlowBuilder.Web.Hosting.RequestBodies;
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

    /// <summary>What to read for the page.</summary>
    public IdRange Range => new(Before, _paging.Limit + 1);

    private long Before { get; }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => Paging.PopulateMetadata(parameter, builder);

    public static async ValueTask<IdPaging?> BindAsync(HttpContext http, ParameterInfo parameter) =>
        new((await Paging.BindAsync(http, parameter))!);

    /// <summary>Makes the page of what was read.</summary>
    public Page<TItem> Cut<TItem>(IReadOnlyList<TItem> items, Func<TItem, string> id) => Cut(items, id, item => item);

    /// <summary>The same, where the id does not stand in what is shown.</summary>
    public Page<TItem> Cut<TRead, TItem>(IReadOnlyList<TRead> read, Func<TRead, string> id, Func<TRead, TItem> item) =>
        _paging.Cut(read, one => [id(one)], item);
}
