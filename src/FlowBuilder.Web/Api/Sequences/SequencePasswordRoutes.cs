using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Api.Idempotency;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>/sequences/{id}/password</c>: set, change, take off. A forgotten one is reset by an owner, at a screen.</summary>
internal static class SequencePasswordRoutes
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPut("/{id}/password", SetAsync)
            .For(Right.DesignSequences)
            .WithMetadata(new KeepsNoRepeats(), new PasswordRoute())
            .WithName("SetPassword");
        group.MapDelete("/{id}/password", RemoveAsync)
            .For(Right.DesignSequences)
            .WithMetadata(new KeepsNoRepeats())
            .WithName("RemovePassword");
    }

    private static async Task<Results<Ok<ProtectedResponse>, ProblemHttpResult>> SetAsync(
        string id, JsonBody<PasswordRequest> body, HttpContext http, [FromServices] SequencePasswords passwords,
        CancellationToken cancellation)
    {
        var door = (await OpenedSequence.BindAsync(http, body.Value.Current ?? http.Request.Headers[OpenedSequence.Header].ToString()))!;
        if (door.Refusal is { } closed) return closed;
        return SequenceAnswers.Protected(http, await passwords.SetAsync(door.Access, body.Value.Password, cancellation));
    }

    private static async Task<Results<Ok<ProtectedResponse>, ProblemHttpResult>> RemoveAsync(
        OpenedSequence door, HttpContext http, [FromServices] SequencePasswords passwords, CancellationToken cancellation) =>
        SequenceAnswers.Protected(http, await passwords.RemoveAsync(door.Access, cancellation));
}

/// <summary>A new password for a sequence.</summary>
internal sealed record PasswordRequest
{
    /// <summary>8 to 128 characters.</summary>
    public string? Password { get; init; }

    /// <summary>The one it has now; can come in the header instead. Not needed while it has none.</summary>
    public string? Current { get; init; }

    /// <summary>Never printed.</summary>
    public override string ToString() => nameof(PasswordRequest);
}

/// <summary>Whether a sequence has a password.</summary>
internal sealed record ProtectedResponse(bool Protected);
