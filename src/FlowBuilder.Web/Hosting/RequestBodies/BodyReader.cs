using System.Buffers;
using System.IO.Compression;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>Reads a request body into memory up to a limit, before and after gzip.</summary>
internal static class BodyReader
{
    /// <summary>
    /// The body, or the refusal: 413 as soon as the limit is passed, 415 for an unknown encoding, 400 for broken gzip. The limit is
    /// counted here and not by the server, which would cut the connection before the sender could read the answer.
    /// </summary>
    public static async Task<Body> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit) return new Body(default, TooLarge(limit));

        var encoding = request.Headers.ContentEncoding.ToString().Trim();
        if (encoding is "" || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return await DrainAsync(request.Body, limit, cancellation);
        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            return new Body(
                default,
                Problem.Of(
                    StatusCodes.Status415UnsupportedMediaType, "Unknown content encoding",
                    "Send the body as it is or with “Content-Encoding: gzip”."));
        await using var inflated = new GZipStream(request.Body, CompressionMode.Decompress);
        return await DrainAsync(inflated, limit, cancellation);
    }

    private static async Task<Body> DrainAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.GetMemory(8 * 1024), cancellation);
                if (read == 0) return new Body(buffer.WrittenMemory, null);
                buffer.Advance(read);
                if (buffer.WrittenCount > limit) return new Body(default, TooLarge(limit));
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Body(default, TooLarge(limit));
        }
        catch (BadHttpRequestException e)
        {
            return new Body(default, Problem.Field("$", "broken-body", "the body ended early or is not well-formed HTTP.", e.StatusCode));
        }
        catch (InvalidDataException)
        {
            return new Body(default, Problem.Field("$", "broken-gzip", "the body is not valid gzip."));
        }
    }

    private static ProblemHttpResult TooLarge(int limit) =>
        Problem.Of(
            StatusCodes.Status413PayloadTooLarge, "The body is too large",
            $"At most {limit / 1024:N0} KB can be sent in one call. Send less at a time.",
            new FieldError("$", "too-large", $"is larger than {limit / 1024:N0} KB."));
}

/// <summary>A body that was read, or why it was refused.</summary>
internal readonly record struct Body(ReadOnlyMemory<byte> Bytes, ProblemHttpResult? Refusal);
