using FlowBuilder.Web.Status;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.Problems;

/// <summary>What a caller sees when there is nothing there or something broke: problem details for programs, a page for people.</summary>
internal static class AnswerPages
{
    private static readonly string[] ForPrograms = ["/api", "/v1", "/health", "/openapi", "/schemas", "/hooks"];

    public static Task FaultAsync(HttpContext http) => IsForPrograms(http)
        ? Problem.Of(StatusCodes.Status500InternalServerError, "Something broke on our side", "Nothing you sent is wrong. Try again; if it stays, tell the administrator the time of this call.").ExecuteAsync(http)
        : PageAsync(http, StatusCodes.Status500InternalServerError);

    public static Task StatusAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        return IsForPrograms(http) ? ForProgram(status).ExecuteAsync(http) : PageAsync(http, status);
    }

    private static ProblemHttpResult ForProgram(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound(),
        StatusCodes.Status405MethodNotAllowed => Problem.Of(status, "Not this way", "This address does not take that HTTP method."),
        StatusCodes.Status415UnsupportedMediaType => Problem.Of(status, "Unknown content type", "Send JSON with “Content-Type: application/json”."),
        _ => Problem.Of(status, ReasonPhrases.GetReasonPhrase(status), "The call was refused."),
    };

    private static Task PageAsync(HttpContext http, int status) => new RazorComponentResult<MessagePage>(new Dictionary<string, object?>
    {
        [nameof(MessagePage.Heading)] = status == StatusCodes.Status404NotFound ? "There is no such page" : status >= 500 ? "Something broke on our side" : "This did not work",
        [nameof(MessagePage.Words)] = status == StatusCodes.Status404NotFound ? "The address may be mistyped, or what it led to is gone." : "Please try again in a moment.",
    })
    { StatusCode = status }.ExecuteAsync(http);

    private static bool IsForPrograms(HttpContext http) =>
        Array.Exists(ForPrograms, prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
