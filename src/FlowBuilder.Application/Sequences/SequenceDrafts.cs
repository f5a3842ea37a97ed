using System.Text.Json;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences;

/// <summary>Makes sequences, saves their drafts, deletes those never published. A half-drawn draft is welcome.</summary>
public sealed class SequenceDrafts(
    IDbContextFactory<FlowBuilderContext> contexts, SequenceDocumentJson documents, ICompanyCache companies, ProductClock clock,
    AuditTrail audit, ProtectedSequences guarded)
{
    /// <summary>Makes a sequence from a document, at revision 1. A document that is the drawing of
    /// a protected sequence needs its password.</summary>
    /// <returns>Refused with <see cref="SequenceRefusal.Guarded"/> or <see cref="SequenceRefusal.NotInSubscription"/>.</returns>
    public async Task<SequenceAnswer<SavedSequence>> CreateAsync(
        CompanyId company, SequenceDocument document, SequenceKey key, Actor by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (companies.Find(company) is { HoldsSequences: true }) return new SequenceRefusal.NotInSubscription();
        if (await guarded.OpenDrawnAsync(company, document, null, key, by, cancellation) is { } closed) return closed;
        return await CreateAsync(company, document, by, cancellation);
    }

    /// <summary>Makes a sequence from a drawing that comes with the program: it is nobody's, whoever has protected theirs.</summary>
    public Task<SequenceAnswer<SavedSequence>> CreateReadyMadeAsync(
        CompanyId company, SequenceDocument document, Actor by, CancellationToken cancellation) =>
        CreateAsync(company, document, by, cancellation);

    /// <summary>The same for who has shown the password.</summary>
    internal async Task<SequenceAnswer<SavedSequence>> CreateAsync(
        CompanyId company, SequenceDocument document, Actor by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(by);
        if (companies.Find(company) is { HoldsSequences: true }) return new SequenceRefusal.NotInSubscription();
        await using var context = await OpenAsync(company, cancellation);
        var now = clock.Now;
        var owner = by.PersonId;
        var row = new SequenceRow
        {
            Id = Guid.CreateVersion7(), State = SequenceState.Draft, DraftRevision = 1, OwnerId = owner, CreatedAt = now
        };
        // Who makes it answers for it, unless the document names somebody who is here.
        if (owner is not null && (document.Settings.Owner is not { } named || !await IsHereAsync(context, named, cancellation)))
            document = document with { Settings = document.Settings with { Owner = owner } };
        await FillAsync(context, row, document, by, now, cancellation);
        context.Sequences.Add(row);
        audit.Add(context, by, "sequence.create", row.Id.ToString("D"), $"created the sequence “{row.Title}”");
        await context.SaveChangesAsync(cancellation);
        return new SavedSequence(new SequenceId(row.Id), row.DraftRevision);
    }

    /// <summary>Replaces the draft.</summary>
    /// <param name="access">The opened sequence.</param>
    /// <param name="document">The new draft.</param>
    /// <param name="basedOn">The revision it was made from; null: whatever is there is replaced.</param>
    /// <param name="key">With what the caller comes to other protected sequences, should the draft take one of them in.</param>
    /// <param name="cancellation">Gives up; nothing is saved then.</param>
    /// <returns>Refused with <see cref="SequenceRefusal.Stale"/>,
    /// <see cref="SequenceRefusal.WrongState"/>, <see cref="SequenceRefusal.PasswordNeeded"/>,
    /// <see cref="SequenceRefusal.Guarded"/> or <see cref="SequenceRefusal.NotFound"/>.</returns>
    public async Task<SequenceAnswer<SavedSequence>> SaveAsync(
        SequenceAccess access, SequenceDocument document, int? basedOn, SequenceKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(document);
        await using var context = await OpenAsync(access.Company, cancellation);
        var row = await context.Sequences.FirstOrDefaultAsync(one => one.Id == access.Sequence.Value, cancellation);
        if (row is null) return new SequenceRefusal.NotFound();
        if (!access.Opens(row)) return new SequenceRefusal.PasswordNeeded();
        if (row.State == SequenceState.Archived)
            return new SequenceRefusal.WrongState("The sequence is archived. Copy it to work on it again.");
        if (basedOn is { } revision && revision != row.DraftRevision) return new SequenceRefusal.Stale(row.DraftRevision);
        if (await guarded.OpenDrawnAsync(access.Company, document, row, key, access.By, cancellation) is { } closed) return closed;
        row.DraftRevision++;
        await FillAsync(context, row, document, access.By, clock.Now, cancellation);
        audit.Add(
            context, access.By, "sequence.save", row.Id.ToString("D"), $"saved the draft of “{row.Title}” (revision {row.DraftRevision})");
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SequenceRefusal.Stale(row.DraftRevision);
        }

        return new SavedSequence(access.Sequence, row.DraftRevision);
    }

    /// <summary>Deletes a sequence that was never published; any other keeps its history.</summary>
    /// <returns>Refused with <see cref="SequenceRefusal.NotFound"/>,
    /// <see cref="SequenceRefusal.PasswordNeeded"/> or <see cref="SequenceRefusal.WrongState"/>.</returns>
    public async Task<SequenceAnswer<DeletedSequence>> DeleteAsync(SequenceAccess access, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        await using var context = await OpenAsync(access.Company, cancellation);
        var row = await context.Sequences.FirstOrDefaultAsync(one => one.Id == access.Sequence.Value, cancellation);
        if (row is null) return new SequenceRefusal.NotFound();
        if (!access.Opens(row)) return new SequenceRefusal.PasswordNeeded();
        if (row.VersionNumber > 0)
            return new SequenceRefusal.WrongState("A published sequence keeps its history, so it cannot be deleted. Archive it instead.");
        context.Sequences.Remove(row);
        audit.Add(context, access.By, "sequence.delete", row.Id.ToString("D"), $"deleted the sequence “{row.Title}”");
        await context.SaveChangesAsync(cancellation);
        return new DeletedSequence(access.Sequence);
    }

    private static Task<bool> IsHereAsync(FlowBuilderContext context, string person, CancellationToken cancellation) =>
        context.Users.AnyAsync(user => user.Id == person && user.RemovedAt == null, cancellation);

    private async Task FillAsync(
        FlowBuilderContext context, SequenceRow row, SequenceDocument document, Actor by, DateTimeOffset now,
        CancellationToken cancellation)
    {
        // An owner that is nobody here (a document from elsewhere) changes nothing.
        if (document.Settings.Owner is { } owner && owner != row.OwnerId && await IsHereAsync(context, owner, cancellation))
            row.OwnerId = owner;
        row.Title = document.Title;
        row.Description = document.Description;
        row.Draft = documents.Write(document);
        row.Labels = document.Settings.Labels.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(document.Settings.Labels);
        row.UpdatedAt = now;
        row.UpdatedBy = by.Name;
    }

    private async Task<FlowBuilderContext> OpenAsync(CompanyId company, CancellationToken cancellation)
    {
        var context = await contexts.CreateDbContextAsync(cancellation);
        context.CurrentCompany = company;
        return context;
    }
}
