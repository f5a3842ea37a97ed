using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Templates;

/// <summary>
/// Saves templates: every saving makes a revision that never changes, so that what was approved can be rendered again. What a protected
/// sequence sends is part of it, so its password is asked for.
/// </summary>
public sealed class SaveTemplate(
    IDbContextFactory<FlowBuilderContext> contexts, ITemplateCheck check, IEngine engine, ProductClock clock, AuditTrail audit,
    ProtectedSequences guarded)
{
    /// <summary>Saves a template under its key.</summary>
    /// <param name="company">Whose template.</param>
    /// <param name="template">What it says; its revision is given here.</param>
    /// <param name="basedOn">The revision it was made from; null: whatever is there is replaced.</param>
    /// <param name="key">With what the caller comes to the protected sequences that send it.</param>
    /// <param name="by">Who saves.</param>
    /// <param name="cancellation">Gives up; nothing is saved then.</param>
    public async Task<TemplateAnswer> SaveAsync(
        CompanyId company, TemplateVersion template, int? basedOn, SequenceKey key, Actor by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(template);
        var findings = check.Check(template);
        if (findings.Count > 0) return new TemplateAnswer.Refused(findings);
        if (await guarded.OpenSendersAsync(company, template.Key, key, by, cancellation) is { } closed)
            return new TemplateAnswer.Guarded(closed);

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.CurrentCompany = company;
        var row = await context.Templates.FirstOrDefaultAsync(one => one.Key == template.Key, cancellation);
        var current = row?.Revision ?? 0;
        if (basedOn is { } revision && revision != current) return new TemplateAnswer.Stale(current);
        if (row is null) context.Templates.Add(row = new TemplateRow { Key = template.Key });
        var now = clock.Now;
        (row.Name, row.Channel, row.Purpose, row.Subject, row.Html, row.Text) =
            (template.Name, template.Channel, template.Purpose, template.Subject, template.Html, template.Text ?? "");
        (row.Revision, row.UpdatedAt, row.UpdatedBy) = (current + 1, now, by.Name);
        context.TemplateRevisions.Add(new TemplateRevisionRow
        {
            Key = row.Key, Revision = row.Revision, Name = row.Name, Channel = row.Channel, Purpose = row.Purpose,
            Subject = row.Subject, Html = row.Html, Text = row.Text, CreatedAt = now, CreatedBy = by.Name,
        });
        audit.Add(context, by, "template.save", row.Key, $"saved the template “{row.Name}” (revision {row.Revision})");
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (current > 0 || basedOn is null)
        {
            // The revision's key is unique: of two who save at once, one comes second.
            return new TemplateAnswer.Stale(current + 1);
        }

        await engine.RefreshAsync(company, CancellationToken.None);
        return new TemplateAnswer.Saved(row.Revision);
    }
}
