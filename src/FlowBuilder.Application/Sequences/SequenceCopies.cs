using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences;

/// <summary>Takes a sequence's draft along: as a document for another company, or as a new sequence of the same one.</summary>
public sealed class SequenceCopies(IDbContextFactory<FlowBuilderContext> contexts, SequenceDocumentJson documents, SequenceDrafts drafts)
{
    private const string Before = "Copy of ";

    /// <summary>The draft as a document, with the names of what it refers to.</summary>
    public async Task<SequenceAnswer<ExportedSequence>> ExportAsync(SequenceAccess access, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        await using var context = contexts.CreateFor(access.Company);
        if (await context.Sequences.AsNoTracking().FirstOrDefaultAsync(one => one.Id == access.Sequence.Value, cancellation) is not { } row)
            return new SequenceRefusal.NotFound();
        if (!access.Opens(row)) return new SequenceRefusal.PasswordNeeded();
        var document = Stored(row);
        var directory = await CompanyDirectory.ReadAsync(context, cancellation);
        var references = directory.ReferencesOf(document.Nodes
            .SelectMany(node => ((Step?[])[node.Step, node.When]).OfType<Step>())
            .SelectMany(step => step.References));
        return new ExportedSequence(
            row.Title, documents.Write(document with { References = document.References.SetItems(references) }, indented: true));
    }

    /// <summary>Makes a new draft of the same drawing. The copy belongs to who made it and has no password.</summary>
    /// <returns>With the id of the copy; else a <see cref="SequenceRefusal"/>.</returns>
    public async Task<SequenceAnswer<SavedSequence>> CopyAsync(SequenceAccess access, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        await using var context = contexts.CreateFor(access.Company);
        if (await context.Sequences.AsNoTracking().FirstOrDefaultAsync(one => one.Id == access.Sequence.Value, cancellation) is not { } row)
            return new SequenceRefusal.NotFound();
        if (!access.Opens(row)) return new SequenceRefusal.PasswordNeeded();
        var document = Stored(row);
        return await drafts.CreateAsync(
            access.Company, document with { Title = TitleOfCopy(document.Title), Settings = document.Settings with { Owner = null } },
            access.By, cancellation);
    }

    private static string TitleOfCopy(string title)
    {
        var whole = title.StartsWith(Before, StringComparison.Ordinal) ? title : Before + title;
        if (whole.Length <= DocumentLimits.Title) return whole;
        return whole[..(char.IsHighSurrogate(whole[DocumentLimits.Title - 1]) ? DocumentLimits.Title - 1 : DocumentLimits.Title)];
    }

    private SequenceDocument Stored(SequenceRow row) =>
        documents.Read(row.Draft).Document ?? throw new InvalidOperationException($"The stored draft of sequence {row.Id} cannot be read.");
}
