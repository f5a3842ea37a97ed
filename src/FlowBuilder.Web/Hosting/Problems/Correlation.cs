using System.Diagnostics;

namespace FlowBuilder.Web.Hosting.Problems;

/// <summary>
/// One number for everything that belongs to a call: in every log line, in the answer's header, on error pages. A caller may bring its
/// own in <c>X-Correlation-Id</c> (1 to 64 letters, digits, - and _); anything else is not taken over.
/// </summary>
internal sealed class Correlation(RequestDelegate next, ILogger<Correlation> log)
{
    public const string Header = "X-Correlation-Id";
    private const string Key = "flowbuilder.correlation";
    private const int Longest = 64;

    public static string Of(HttpContext http) => http.Items[Key] as string ?? "";

    public async Task InvokeAsync(HttpContext http)
    {
        var brought = http.Request.Headers[Header].ToString();
        var id = brought.Length is > 0 and <= Longest && brought.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? brought
            : Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
        http.Items[Key] = id;
        http.Response.Headers[Header] = id;
        using (log.BeginScope(new KeyValuePair<string, object>("CorrelationId", id))) await next(http);
    }
}
