using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>/sequences</c>: reading, checking, exporting.</summary>
internal static class SequenceReading
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", SequenceList.ListAsync).For(Right.SeeWork).Produces<Page<SequenceView>>().WithName("ListSequences");
        group.MapPost("/validate", ValidateAsync).For(Right.SeeWork).Produces<ValidationView>().WithName("ValidateDocument").WithMetadata(new CostsTimeAttribute());
        group.MapGet("/{id}", ReadAsync).For(Right.SeeWork).Produces<SequenceView>().WithName("ReadSequence");
        group.MapGet("/{id}/draft", DraftAsync).For(Right.SeeWork).Produces<SequenceDocument>().WithName("ReadDraft");
        group.MapGet("/{id}/export", ExportAsync).For(Right.SeeWork).Produces<SequenceDocument>().WithName("ExportSequence").WithMetadata(new CostsTimeAttribute());
        group.MapGet("/{id}/sentences", SentencesAsync).For(Right.SeeWork).Produces<ValidationView>().WithName("ReadSentences").WithMetadata(new CostsTimeAttribute());
        group.MapGet("/{id}/versions", VersionsAsync).For(Right.SeeWork).Produces<Page<VersionView>>().WithName("ListVersions");
        group.MapGet("/{id}/versions/{number}", VersionAsync).For(Right.SeeWork).Produces<SequenceDocument>().WithName("ReadVersion");
        group.MapGet("/{id}/stats", SequenceStats.ReadAsync).For(Right.SeeWork).Produces<StatsView>().WithName("ReadStats");
    }

    private static async Task<IResult> ReadAsync(string id, [FromServices] FlowBuilderContext context, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence) && await SequenceList.FindAsync(context, sequence, cancellation) is { } view ? TypedResults.Ok(view) : Problem.NotFound();

    private static async Task<IResult> DraftAsync(string id, HttpContext http, [FromServices] FlowBuilderContext context, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        ETags.Set(http, row.DraftRevision);
        return TypedResults.Content(row.Draft, "application/json; charset=utf-8");
    }

    private static async Task<IResult> ExportAsync(SequenceDoor door, HttpContext http, [FromServices] SequenceCopies copies, CancellationToken cancellation) =>
        SequenceAnswers.Result(http, await copies.ExportAsync(door.Access, cancellation));

    private static async Task<IResult> ValidateAsync(
        DocumentBody body, [FromServices] FlowBuilderContext context, [FromServices] PlanCompiler compiler, [FromServices] ProductClock clock, CancellationToken cancellation) =>
        TypedResults.Ok(await CheckAsync(body.Document, context, compiler, clock, cancellation));

    private static async Task<IResult> SentencesAsync(
        string id, [FromServices] FlowBuilderContext context, [FromServices] SequenceDocumentJson documents, [FromServices] PlanCompiler compiler, [FromServices] ProductClock clock, CancellationToken cancellation) =>
        await FindAsync(context, id, cancellation) is { } row ? TypedResults.Ok(await CheckAsync(Stored(documents, row.Draft), context, compiler, clock, cancellation)) : Problem.NotFound();

    private static async Task<ValidationView> CheckAsync(SequenceDocument document, FlowBuilderContext context, PlanCompiler compiler, ProductClock clock, CancellationToken cancellation)
    {
        var directory = await CompanyDirectory.ReadAsync(context, cancellation);
        var compilation = compiler.Compile(document, directory.Surroundings(clock.Now));
        return new ValidationView(compilation.Diagnostics, compilation.Plan is { } plan ? [.. SentenceView.Of(plan, directory).Select(line => line.ToString())] : []);
    }

    private static async Task<IResult> VersionsAsync(string id, IdPaging paging, [FromServices] FlowBuilderContext context, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row) return Problem.NotFound();
        var rows = await context.SequenceVersions.AsNoTracking().Where(version => version.SequenceId == row.Id && version.Number < paging.Before)
            .OrderByDescending(version => version.Number).Take(paging.Take)
            .Select(version => new VersionView(version.Number, version.PlanHash, version.PublishedAt, version.PublishedBy)).ToListAsync(cancellation);
        return TypedResults.Ok(paging.Cut(rows, version => version.Version, version => version));
    }

    private static async Task<IResult> VersionAsync(string id, string number, [FromServices] FlowBuilderContext context, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row || !RowId.TryRead(number, out var wanted)) return Problem.NotFound();
        var document = await context.SequenceVersions.AsNoTracking().Where(version => version.SequenceId == row.Id && version.Number == wanted).Select(version => version.Document).FirstOrDefaultAsync(cancellation);
        return document is null ? Problem.NotFound() : TypedResults.Content(document, "application/json; charset=utf-8");
    }

    internal static async Task<SequenceRow?> FindAsync(FlowBuilderContext context, string id, CancellationToken cancellation) =>
        SequenceId.TryParse(id, out var sequence) ? await context.Sequences.AsNoTracking().FirstOrDefaultAsync(row => row.Id == sequence.Value, cancellation) : null;

    private static SequenceDocument Stored(SequenceDocumentJson documents, string draft) =>
        documents.Read(draft).Document ?? throw new InvalidOperationException("A stored draft cannot be read.");
}
