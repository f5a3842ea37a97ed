using System.Security.Cryptography;
using System.Text;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Repeats;

/// <summary>
/// <c>Idempotency-Key</c> on unsafe calls of <c>/api/v1</c>: the first call's answer is kept 24 hours and given again to every
/// repetition; the same key with another call is refused with 422. A call still at work answers 409. Faults of ours (5xx) and
/// refusals of the key's own rights are not kept, so that a repetition can succeed.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A first call that has not answered in this time was cut off: the next one takes its place.</summary>
    private static readonly TimeSpan GivenUp = TimeSpan.FromMinutes(2);

    /// <summary>Calls under way in a process before this one answer nobody any more: the embedded database has one program at a time.</summary>
    private readonly DateTimeOffset _begun = TimeProvider.System.GetUtcNow();

    public async Task InvokeAsync(HttpContext http, FlowBuilderContext context)
    {
        if (!http.Request.Headers.TryGetValue(Header, out var sent) || !IsUnsafe(http.Request) || KeyClaims.KeyOf(http.User) is not { } caller)
        {
            await next(http);
            return;
        }

        var key = sent.ToString();
        if (key.Length is 0 or > Lengths.IdempotencyKey || key.Any(char.IsControl))
        {
            await Problem.Fields([new FieldError(Header, "invalid-key", $"must have 1 to {Lengths.IdempotencyKey} characters.")]).ExecuteAsync(http);
            return;
        }

        var body = await BodyReader.ReadAsync(http.Request, http.GetEndpoint()?.Metadata.GetMetadata<LargestBody>()?.Bytes ?? DocumentBody.Limit, http.RequestAborted);
        if (body.Refusal is not null)
        {
            await body.Refusal.ExecuteAsync(http);
            return;
        }

        http.Request.Headers.ContentEncoding = default;
        http.Request.Body = new MemoryStream(body.Bytes.ToArray());
        var row = new IdempotencyKeyRow { CompanyId = caller.Company.Value, Principal = caller.Actor.Id, Key = key, RequestHash = Hash(http.Request, body.Bytes.Span), At = TimeProvider.System.GetUtcNow() };
        if (await ClaimAsync(context, row, http.RequestAborted) is { } earlier) await RepeatAsync(http, row, earlier);
        else await AnswerAsync(http, context, row);
    }

    private static bool IsUnsafe(HttpRequest request) => request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<KeepsNoRepeats>() is null &&
        request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase) && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    /// <summary>Puts the row in; the row of an earlier call when there is one.</summary>
    private async Task<IdempotencyKeyRow?> ClaimAsync(FlowBuilderContext context, IdempotencyKeyRow row, CancellationToken cancellation)
    {
        var mine = context.IdempotencyKeys.Where(one => one.Principal == row.Principal && one.Key == row.Key);
        var (old, cut, begun) = (row.At - Kept, row.At - GivenUp, _begun);
        await mine.Where(one => one.At < old || (one.Status == 0 && (one.At < cut || one.At < begun))).ExecuteDeleteAsync(cancellation);
        if (await mine.AsNoTracking().FirstOrDefaultAsync(cancellation) is { } earlier) return earlier;
        context.IdempotencyKeys.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException)
        {
            context.ChangeTracker.Clear();
            return await mine.AsNoTracking().FirstOrDefaultAsync(cancellation) ?? throw new InvalidOperationException("An idempotency key could not be stored.");
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    private async Task AnswerAsync(HttpContext http, FlowBuilderContext context, IdempotencyKeyRow row)
    {
        var outside = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        var done = false;
        try
        {
            await next(http);
            done = http.Response.StatusCode is < 500 and not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests);
        }
        finally
        {
            http.Response.Body = outside;
            var mine = context.IdempotencyKeys.Where(one => one.Principal == row.Principal && one.Key == row.Key);
            if (done)
            {
                var (status, type, headers, text) = (http.Response.StatusCode, http.Response.ContentType, KeptHeaders.Write(http.Response), Encoding.UTF8.GetString(answer.ToArray()));
                var told = CustomersToldOf.Write(http);
                await mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.Customers, told).SetProperty(one => one.Status, status).SetProperty(one => one.ContentType, type).SetProperty(one => one.Headers, headers).SetProperty(one => one.Body, text), CancellationToken.None);
                if (await CustomersToldOf.IsOneGoneAsync(http, context, CancellationToken.None)) await mine.ExecuteDeleteAsync(CancellationToken.None);
            }
            else
            {
                await mine.ExecuteDeleteAsync(CancellationToken.None);
            }
        }

        answer.Position = 0;
        await answer.CopyToAsync(outside, http.RequestAborted);
    }

    private static async Task RepeatAsync(HttpContext http, IdempotencyKeyRow row, IdempotencyKeyRow earlier)
    {
        if (earlier.RequestHash != row.RequestHash)
        {
            await Problem.Field(Header, "used-before", "was used before with another call. Use a new key for a new call.", StatusCodes.Status422UnprocessableEntity).ExecuteAsync(http);
            return;
        }

        if (earlier.Status == 0)
        {
            http.Response.Headers.RetryAfter = "1";
            await Problem.Of(StatusCodes.Status409Conflict, "Still being worked on", "The first call with this key has not answered yet. Try again in a moment.").ExecuteAsync(http);
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
