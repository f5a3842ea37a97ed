using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Lists;

/// <summary>Refuses query parameters a route does not know: a misspelt filter must never show everything.</summary>
internal static class QueryNames
{
    public static EndpointFilterDelegate Check(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in context.MethodInfo.GetParameters())
            if (parameter.ParameterType == typeof(Paging) || parameter.ParameterType == typeof(IdPaging))
                known.UnionWith(["after", "limit"]);
            else if (parameter.GetCustomAttributes(typeof(FromQueryAttribute), false) is [FromQueryAttribute query])
                known.Add(query.Name ?? parameter.Name!);
        return call =>
        {
            var unknown = call.HttpContext.Request.Query.Keys
                .Where(name => !known.Contains(name))
                .Select(name => new FieldError(name, "unknown-parameter",
                    known.Count == 0
                        ? "this call takes no parameters."
                        : $"is not recognized. Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}.")).ToArray();
            return unknown.Length > 0 ? ValueTask.FromResult<object?>(Problem.Fields(unknown)) : next(call);
        };
    }
}
