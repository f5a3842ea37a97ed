using System.Globalization;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace FlowBuilder.Web.Api;

/// <summary>Revisions as ETags, and <c>If-Match</c>.</summary>
internal static class ETags
{
    public static void Set(HttpContext http, int revision) =>
        http.Response.Headers.ETag = $"\"{revision.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The revision in <c>If-Match</c>; null when there is none or it is <c>*</c>.</summary>
    public static int? IfMatch(HttpContext http, out ProblemHttpResult? refusal)
    {
        refusal = null;
        if (Text(http) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return revision;
        refusal = Stale("What you saw is no longer the newest.");
        return null;
    }

    /// <summary>The text inside <c>If-Match</c>; null when there is none or it is <c>*</c>.</summary>
    public static string? Text(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch.ToString().Trim();
        if (header is "" or "*") return null;
        return EntityTagHeaderValue.TryParse(header, out var tag) ? tag.Tag.ToString().Trim('"') : header.Trim('"');
    }

    public static ProblemHttpResult Stale(string what) =>
        Problem.Of(
            StatusCodes.Status412PreconditionFailed, "It has changed since you looked", $"{what} Read it again and repeat your change.");
}
