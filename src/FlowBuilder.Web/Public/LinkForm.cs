using Microsoft.AspNetCore.Http.Features;

namespace FlowBuilder.Web.Public;

/// <summary>Reads what a form sends, within small limits.</summary>
internal static class LinkForm
{
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 200, ValueLengthLimit = 32 * 1024, KeyLengthLimit = 200, BufferBodyLengthLimit = 64 * 1024,
        MultipartBodyLengthLimit = 64 * 1024
    };

    /// <summary>The form; null when the body is none, or over the limits.</summary>
    internal static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType) return null;
        try
        {
            return await new FormFeature(request, Limits).ReadFormAsync(cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
