using System.Security.Cryptography;
using System.Text;
using FlowBuilder.Application.Repeats;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Auth.AuditLog;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;

namespace FlowBuilder.Web.Api.Idempotency;

/// <summary>
/// <c>Idempotency-Key</c> on unsafe calls of <c>/api/v1</c>: the first call's answer is kept 24 hours and given again to every
/// repetition; the same key with another call is refused with 422. A call still at work answers 409. Faults of ours (5xx) and
/// refusals of the key's own rights are not kept, so that a repetition can succeed.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";

    public async Task InvokeAsync(HttpContext http, KeptAnswers answers)
    {
        if (!http.Request.Headers.TryGetValue(Header, out var sent)
            || !IsUnsafe(http.Request)
            || KeyClaims.KeyOf(http.User) is not { } caller)
        {
            await next(http);
            return;
        }

        var key = sent.ToString();
        if (key.Length is 0 or > Lengths.IdempotencyKey || key.Any(char.IsControl))
        {
            await Problem.Fields([new FieldError(Header, "invalid-key", $"must have 1 to {Lengths.IdempotencyKey} characters.")])
                .ExecuteAsync(http);
            return;
        }

        var body = await BodyReader.ReadAsync(
            http.Request, http.GetEndpoint()?.Metadata.GetMetadata<LargestBody>()?.Bytes ?? DocumentBody.Limit, http.RequestAborted);
        if (body.Refusal is not null)
        {
            await body.Refusal.ExecuteAsync(http);
            return;
        }

        http.Request.Headers.ContentEncoding = default;
        http.Request.Body = new MemoryStream(body.Bytes.ToArray());
        var call = new KeptCall(caller.Company, caller.Actor.Id, key, Hash(http.Request, body.Bytes.Span));
        if (await answers.ClaimAsync(call, http.RequestAborted) is { } earlier) await RepeatAsync(http, call, earlier);
        else await AnswerAsync(http, answers, call);
    }

    private static bool IsUnsafe(HttpRequest request) =>
        request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<KeepsNoRepeats>() is null &&
            request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase)
        && !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method);

    private async Task AnswerAsync(HttpContext http, KeptAnswers answers, KeptCall call)
    {
        var outside = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        var done = false;
        try
        {
            await next(http);
            done = http.Response.StatusCode is < 500
                and not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests);
        }
        finally
        {
            http.Response.Body = outside;
            if (done)
                await answers.KeepAsync(
                    call,
                    new KeptAnswer(
                        call.Hash, http.Response.StatusCode, http.Response.ContentType, KeptHeaders.Write(http.Response),
                        Encoding.UTF8.GetString(answer.ToArray())),
                    CustomersToldOf.Numbers(http));
            else await answers.ForgetAsync(call);
        }

        answer.Position = 0;
        await answer.CopyToAsync(outside, http.RequestAborted);
    }

    private static async Task RepeatAsync(HttpContext http, KeptCall call, KeptAnswer earlier)
    {
        if (earlier.Hash != call.Hash)
        {
            await Problem.Field(
                Header, "used-before", "was already used for another call. Use a new key for a new call.",
                StatusCodes.Status422UnprocessableEntity)
                .ExecuteAsync(http);
            return;
        }

        if (earlier.Status == 0)
        {
            http.Response.Headers.RetryAfter = "1";
            await Problem.Of(
                StatusCodes.Status409Conflict, "Still in progress",
                "The first call with this key has not answered yet. Try again in a moment.")
                .ExecuteAsync(http);
            return;
        }

        http.Response.StatusCode = earlier.Status;
        http.Response.ContentType = earlier.ContentType;
        http.Response.Headers["Idempotent-Replayed"] = "true";
        KeptHeaders.Read(earlier.Headers, http.Response);
        if (!string.IsNullOrEmpty(earlier.Body)) await http.Response.WriteAsync(earlier.Body, http.RequestAborted);
    }

    private static string Hash(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
