using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>
/// What a sequence's password guards besides the sequence itself: its drawing, however it comes back in (a document read from the API,
/// an exported file, steps pasted elsewhere), and the templates it sends. Every door that makes a sequence, saves a draft or saves a
/// template goes through a use case that asks here.
/// </summary>
public sealed class ProtectedSequences(
    IDbContextFactory<FlowBuilderContext> contexts, SequenceDocumentJson documents, StepCatalog catalog, SequenceLock locks)
{
    private const int MostMarks = 2_000;

    /// <summary>Marks of drawings and versions by what never changes under the same number.</summary>
    private readonly ConcurrentDictionary<(Guid Sequence, bool Published, int Number), DrawingMark> _marks = [];

    private readonly FrozenSet<string> _namesNodes = catalog.All.SelectMany(step => step.Settings)
        .Where(setting => setting.NamesNode)
        .Select(setting => setting.JsonName)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Opens the protected sequences that send a template: customers enter or are inside a version that names it.</summary>
    /// <returns>Null when all are open, or there are none.</returns>
    public async Task<SequenceRefusal.Guarded?> OpenSendersAsync(
        CompanyId company, string template, SequenceKey key, Actor by, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var found = await SendingAsync(context, template, cancellation);
        return await OpenAsync(company, found, key, by, cancellation);
    }

    /// <summary>The protected sequences that send a template, by title.</summary>
    internal async Task<IReadOnlyList<ProtectedSequence>> SendingAsync(
        FlowBuilderContext context, string template, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var versions = await (from sequence in context.Sequences.AsNoTracking()
                              join version in context.SequenceVersions.AsNoTracking() on sequence.Id equals version.SequenceId
                              where sequence.PasswordHash != null
                                  && (((sequence.State == SequenceState.Live || sequence.State == SequenceState.Paused)
                                      && version.Number == sequence.VersionNumber)
                                      || context.Enrollments.Any(
                                          run => run.VersionId == version.Id && run.State <= EnrollmentState.Sending))
                              select new { sequence.Id, sequence.Title, version.Document }).ToListAsync(cancellation);
        return [.. versions.Where(version => Templates(version.Document).Contains(template, StringComparer.Ordinal))
            .Select(version => new ProtectedSequence(new SequenceId(version.Id), version.Title)).Distinct()
            .OrderBy(one => one.Title, StringComparer.Ordinal)];
    }

    /// <summary>Opens the protected sequences whose drawing a document is.</summary>
    /// <param name="company">Whose sequences.</param>
    /// <param name="document">What is about to be stored.</param>
    /// <param name="before">The draft it takes the place of, and whose: what was in it already is
    /// not asked for again. Null for a new sequence.</param>
    /// <param name="key">With what the caller comes.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null when all are open, or there are none.</returns>
    internal async Task<SequenceRefusal.Guarded?> OpenDrawnAsync(
        CompanyId company, SequenceDocument document, SequenceRow? before, SequenceKey key, Actor by, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var own = before?.Id;
        var all = await context.Sequences.AsNoTracking().Where(row => row.PasswordHash != null && row.Id != own)
            .Select(row => new { row.Id, row.Title, row.DraftRevision, row.VersionNumber }).ToListAsync(cancellation);
        if (all.Count == 0) return null;
        var mark = DrawingMark.Of(documents.Write(document), _namesNodes);
        var former = before is null ? null : DrawingMark.Of(before.Draft, _namesNodes);
        var found = new List<ProtectedSequence>();
        foreach (var row in all)
        {
            DrawingMark[] drawings =
            [
                .. await VersionsAsync(context, row.Id, row.VersionNumber, cancellation),
                await DraftAsync(context, row.Id, row.DraftRevision, cancellation)
            ];
            if (drawings.Any(drawing => former is null ? drawing.IsIn(mark) : drawing.IsPastedIn(mark) && !drawing.IsIn(former)))
                found.Add(new ProtectedSequence(new SequenceId(row.Id), row.Title));
        }

        return await OpenAsync(company, found, key, by, cancellation);
    }

    private async Task<SequenceRefusal.Guarded?> OpenAsync(
        CompanyId company, IReadOnlyList<ProtectedSequence> all, SequenceKey key, Actor by, CancellationToken cancellation)
    {
        var closed = new List<(ProtectedSequence Sequence, SequenceRefusal Because)>();
        foreach (var sequence in all)
            if (await locks.OpenAsync(
                company, sequence.Id, SequenceUse.TakeAway, key, by,
                cancellation) is SequenceOpening.Closed { Because: not SequenceRefusal.NotFound } stayed)
                closed.Add((sequence, stayed.Because));
        return closed is [] ? null : new SequenceRefusal.Guarded([.. closed.Select(one => one.Sequence)], closed[0].Because);
    }

    private async Task<DrawingMark> DraftAsync(FlowBuilderContext context, Guid sequence, int revision, CancellationToken cancellation) =>
        _marks.TryGetValue((sequence, false, revision), out var known) ? known
        : Keep(
            (sequence, false, revision),
            await context.Sequences.AsNoTracking()
                .Where(row => row.Id == sequence)
                .Select(row => row.Draft)
                .FirstOrDefaultAsync(cancellation));

    /// <summary>Every version: an older one is read and stored as easily as the newest.</summary>
    private async Task<IReadOnlyList<DrawingMark>> VersionsAsync(
        FlowBuilderContext context, Guid sequence, int newest, CancellationToken cancellation)
    {
        var missing = Enumerable.Range(1, newest).Where(number => !_marks.ContainsKey((sequence, true, number))).ToArray();
        var read = missing.Length == 0
            ? []
            : await context.SequenceVersions.AsNoTracking().Where(row => row.SequenceId == sequence && missing.Contains(row.Number))
                .Select(row => new { row.Number, row.Document }).ToDictionaryAsync(row => row.Number, row => row.Document, cancellation);
        return [.. Enumerable.Range(1, newest)
            .Select(
                number =>
                    _marks.TryGetValue((sequence, true, number), out var known)
                        ? known
                        : Keep((sequence, true, number), read.GetValueOrDefault(number)))];
    }

    private DrawingMark Keep((Guid, bool, int) name, string? document)
    {
        if (_marks.Count > MostMarks) _marks.Clear();
        return _marks[name] = DrawingMark.Of(document ?? "{}", _namesNodes);
    }

    private ImmutableHashSet<string> Templates(string document) =>
        documents.Read(document).Document is not { } read ? []
        : [.. read.Nodes.SelectMany(node => ((Step?[])[node.Step, node.When]).OfType<Step>())
            .SelectMany(step => step.References)
            .Where(reference => reference.Kind == ReferenceKind.Template)
            .Select(reference => reference.Key)];
}
