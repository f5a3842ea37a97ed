using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.Hosting.Answers;

/// <summary>What a caller sees when there is nothing there or something broke: problem details for programs, a page for people.</summary>
internal static class AnswerPages
{
    private static readonly string[] ForPrograms = ["/api", "/v1", "/health", "/openapi", "/schemas", "/hooks"];

    public static Task FaultAsync(HttpContext http) => IsForPrograms(http)
        ? Problem.Of(
            StatusCodes.Status500InternalServerError, "Something went wrong on our side",
            "Nothing you sent is wrong. Try again; if it keeps happening, tell your administrator the time of this call.")
            .ExecuteAsync(http)
        : PageAsync(http, StatusCodes.Status500InternalServerError);

    public static Task StatusAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        return IsForPrograms(http) ? ForProgram(status).ExecuteAsync(http) : PageAsync(http, status);
    }

    private static ProblemHttpResult ForProgram(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound(),
        StatusCodes.Status405MethodNotAllowed => Problem.Of(status, "Method not allowed", "This address does not accept that HTTP method."),
        StatusCodes.Status415UnsupportedMediaType =>
            Problem.Of(status, "Unknown content type", "Send JSON with “Content-Type: application/json”."),
        _ => Problem.Of(status, ReasonPhrases.GetReasonPhrase(status), "The call was refused."),
    };

    /// <summary>A page with these words instead of the one that was asked for.</summary>
    public static Task SayAsync(HttpContext http, int status, string heading, string words) => PageAsync(http, status, heading, words);

    private static Task PageAsync(HttpContext http, int status) => PageAsync(http, status, Words(status).Heading, Words(status).Words);

    private static async Task PageAsync(HttpContext http, int status, string heading, string words)
    {
        // A page that gave up has left its header behind and used up the request's services, which serve one page only.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        await using var fresh = http.RequestServices.CreateAsyncScope();
        var used = http.RequestServices;
        http.RequestServices = fresh.ServiceProvider;
        await new RazorComponentResult<MessagePage>(new Dictionary<string, object?>
        {
            [nameof(MessagePage.Heading)] = heading,
            [nameof(MessagePage.Words)] = words,
            [nameof(MessagePage.Number)] = status >= 500 ? Correlation.Of(http) : null,
        })
        { StatusCode = status }.ExecuteAsync(http);
        http.RequestServices = used;
    }

    private static (string Heading, string Words) Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => ("Page not found", "The address may be mistyped, or the page may have been removed."),
        StatusCodes.Status403Forbidden =>
            ("You cannot open this", "Your role at this company does not include it. Ask an owner or admin of the company if you need it."),
        StatusCodes.Status400BadRequest =>
            ("That did not work", "The form was open for too long, or came from somewhere else. Go back, reload the page and try again."),
        StatusCodes.Status429TooManyRequests => ("Too many attempts", "Wait a minute, then try again."),
        >= 500 => ("Something went wrong on our side", "What you saved is safe. Please try again in a moment."),
        _ => ("That did not work", "Please try again in a moment."),
    };

    private static bool IsForPrograms(HttpContext http) =>
        Array.Exists(ForPrograms, prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
