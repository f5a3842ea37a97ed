using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowBuilder.Web.Hosting.Problems;

/// <summary>429 with the header that says when to come back.</summary>
internal static class TooMany
{
    public static ProblemHttpResult Calls(HttpContext http, TimeSpan wait) =>
        Problem.Of(
            StatusCodes.Status429TooManyRequests, "Too many calls",
            $"This key has made too many calls for now. Try again in {RetryAfter(http, wait)} s.");

    public static ProblemHttpResult Work(HttpContext http, TimeSpan wait) =>
        Problem.Of(
            StatusCodes.Status429TooManyRequests, "Too much work",
            $"Checking drawings, exporting and importing take time, and yours is used up for now. Try again in {RetryAfter(http, wait)} "
                + $"s. Others are not affected.")
            .WithCode("work-used-up");

    public static ProblemHttpResult Passwords(HttpContext http, TimeSpan wait) =>
        Problem.Of(
            StatusCodes.Status429TooManyRequests, "Too many wrong passwords",
            $"No password is checked for now. Try again in {RetryAfter(http, wait)} s.")
            .WithCode("too-many-wrong-passwords");

    private static string RetryAfter(HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.RetryAfter = seconds;
        return seconds;
    }
}
