using FlowBuilder.Application.Access;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Application.Sequences.Versions;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>/sequences</c>: reading, checking, exporting.</summary>
internal static class SequenceReadRoutes
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", SequenceList.ListAsync).For(Right.SeeWork).Produces<Page<SequenceResponse>>().WithName("ListSequences");
        group.MapPost("/validate", ValidateAsync).For(Right.SeeWork).WithName("ValidateDocument").WithMetadata(new CostsTimeAttribute());
        group.MapGet("/{id}", ReadAsync).For(Right.SeeWork).WithName("ReadSequence");
        group.MapGet("/{id}/draft", DraftAsync).For(Right.SeeWork).Produces<SequenceDocument>().WithName("ReadDraft");
        group.MapGet("/{id}/export", ExportAsync)
            .For(Right.SeeWork)
            .Produces<SequenceDocument>()
            .WithName("ExportSequence")
            .WithMetadata(new CostsTimeAttribute());
        group.MapGet("/{id}/sentences", SentencesAsync).For(Right.SeeWork).WithName("ReadSentences").WithMetadata(new CostsTimeAttribute());
        group.MapGet("/{id}/versions", VersionsAsync).For(Right.SeeWork).WithName("ListVersions");
        group.MapGet("/{id}/versions/{number}", VersionAsync).For(Right.SeeWork).Produces<SequenceDocument>().WithName("ReadVersion");
        group.MapGet("/{id}/stats", SequenceStats.ReadAsync).For(Right.SeeWork).Produces<StatsResponse>().WithName("ReadStats");
    }

    private static async Task<Results<Ok<SequenceResponse>, ProblemHttpResult>> ReadAsync(
        string id, Caller caller, [FromServices] SequenceQueries sequences, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence) && await sequences.FindAsync(caller.Company, sequence, cancellation) is { } line
            ? TypedResults.Ok(SequenceList.View(line))
            : Problem.NotFound();

    private static async Task<IResult> DraftAsync(
        string id, Caller caller, HttpContext http, [FromServices] DraftReader drafts, CancellationToken cancellation)
    {
        if (!SequenceId.TryParse(id, out var sequence) || await drafts.TextAsync(caller.Company, sequence, cancellation) is not { } draft)
            return Problem.NotFound();
        ETags.Set(http, draft.Revision);
        return TypedResults.Content(draft.Text, "application/json; charset=utf-8");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ExportAsync(
        OpenedSequence door, HttpContext http, [FromServices] SequenceCopies copies, CancellationToken cancellation) =>
        SequenceAnswers.Exported(http, await copies.ExportAsync(door.Access, cancellation));

    private static async Task<Results<Ok<ValidationResponse>, ProblemHttpResult>> ValidateAsync(
        DocumentBody body, Caller caller, [FromServices] DraftReader drafts, CancellationToken cancellation) =>
        TypedResults.Ok(await CheckAsync(drafts, caller, body.Document, cancellation));

    private static async Task<Results<Ok<ValidationResponse>, ProblemHttpResult>> SentencesAsync(
        string id, Caller caller, [FromServices] DraftReader drafts, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence) && await drafts.ReadAsync(caller.Company, sequence, cancellation) is { } draft
            ? TypedResults.Ok(await CheckAsync(drafts, caller, draft.Document, cancellation))
            : Problem.NotFound();

    private static async Task<ValidationResponse> CheckAsync(
        DraftReader drafts, Caller caller, SequenceDocument document, CancellationToken cancellation)
    {
        var (diagnostics, sentences) = await drafts.CheckAsync(caller.Company, document, cancellation);
        return new ValidationResponse(diagnostics, sentences);
    }

    private static async Task<Results<Ok<Page<VersionView>>, ProblemHttpResult>> VersionsAsync(
        string id, Caller caller, IdPaging paging, [FromServices] VersionReader versions, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence)
            && await versions.PageAsync(caller.Company, sequence, paging.Range, cancellation) is { } read
            ? TypedResults.Ok(paging.Cut(read, version => RowId.Write(version.Version)))
            : Problem.NotFound();

    private static async Task<IResult> VersionAsync(
        string id, string number, Caller caller, [FromServices] VersionReader versions, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence)
            && RowId.TryRead(number, out var wanted)
            && await versions.TextAsync(caller.Company, sequence, wanted, cancellation) is { } document
            ? TypedResults.Content(document, "application/json; charset=utf-8")
            : Problem.NotFound();
}
