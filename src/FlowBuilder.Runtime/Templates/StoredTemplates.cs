using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Reads templates from the tables <c>templates</c> and <c>template_revisions</c>.</summary>
internal sealed class StoredTemplates(IDbContextFactory<FlowBuilderContext> contexts) : ITemplateSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<TemplateVersion>> ReadAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return Together(
            await context.TemplateRevisions.AsNoTracking().ToListAsync(cancellation),
            await context.Templates.AsNoTracking().ToListAsync(cancellation));
    }

    private static List<TemplateVersion> Together(List<TemplateRevisionRow> revisions, List<TemplateRow> current) =>
    [
        .. revisions.Select(Of).Concat(current.Select(Of)).DistinctBy(template => (template.Key, template.Revision)),
    ];

    private static TemplateVersion Of(TemplateRevisionRow row) => new()
    {
        Company = new CompanyId(row.CompanyId), Key = row.Key, Revision = row.Revision, Name = row.Name, Channel = row.Channel,
        Purpose = row.Purpose,
        Subject = row.Subject, Html = row.Html, Text = row.Text,
    };

    private static TemplateVersion Of(TemplateRow row) => new()
    {
        Company = new CompanyId(row.CompanyId), Key = row.Key, Revision = row.Revision, Name = row.Name, Channel = row.Channel,
        Purpose = row.Purpose,
        Subject = row.Subject, Html = row.Html, Text = row.Text,
    };
}
