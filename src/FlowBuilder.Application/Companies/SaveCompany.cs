using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Companies;

/// <summary>
/// Saves a company's settings. Only what was changed on the form is written, so two people can work on different settings at once;
/// of two who change the same one, the second is told. Each changed setting leaves a line in the audit log with before and after.
/// </summary>
public sealed class SaveCompany(
    IDbContextFactory<FlowBuilderContext> contexts, IEngine engine, AuditTrail audit, ICustomerIndexing indexing)
{
    /// <summary>Saves what differs between the two drafts.</summary>
    /// <param name="company">Whose settings.</param>
    /// <param name="loaded">The settings the form was filled with.</param>
    /// <param name="wanted">The settings as the form has them now.</param>
    /// <param name="by">Who saves.</param>
    /// <param name="cancellation">Gives up; nothing is saved then.</param>
    public async Task<CompanyAnswer> SaveAsync(
        CompanyId company, CompanyDraft loaded, CompanyDraft wanted, Actor by, CancellationToken cancellation)
    {
        wanted = CompanyCheck.Tidy(wanted);
        if (CompanyCheck.Find(wanted) is { Count: > 0 } faults) return new CompanyAnswer.Refused(faults);

        await using var context = contexts.CreateFor(company);
        // The write lock is taken before the row is read, so that nobody else's saving falls in between.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var row = await context.Companies.FirstAsync(one => one.Id == company.Value, cancellation);
        var current = CompanyDraft.Of(row.ToCompany([]));
        var changed = CompanySetting.All.Where(setting => !setting.IsSame(loaded, wanted)).ToArray();
        var overtaken = changed.Where(setting => !setting.IsSame(loaded, current) && !setting.IsSame(current, wanted)).ToArray();
        if (overtaken.Length > 0)
            return new CompanyAnswer.Overtaken(current, await DifferencesAsync(context, overtaken, current, cancellation));

        changed = [.. changed.Where(setting => !setting.IsSame(current, wanted))];
        var saved = changed.Aggregate(current, (draft, setting) => setting.Take(draft, wanted));
        if (changed.Length == 0) return new CompanyAnswer.Saved(saved, []);
        Write(row, saved);
        foreach (var setting in changed)
            audit.Add(
                context, by, "company.change", setting.Field, $"changed {setting.Name}", setting.Words(current), setting.Words(saved));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await engine.RefreshAsync(company, CancellationToken.None);
        // Numbers without a country's code are other numbers now.
        if (current.Country != saved.Country) await indexing.AgainAsync(company, CancellationToken.None);
        return new CompanyAnswer.Saved(saved, [.. changed.Select(setting => setting.Name)]);
    }

    private static async Task<IReadOnlyList<FieldFault>> DifferencesAsync(
        FlowBuilderContext context, IReadOnlyList<CompanySetting> overtaken, CompanyDraft current, CancellationToken cancellation)
    {
        var differences = new List<FieldFault>();
        foreach (var setting in overtaken)
        {
            var who = await context.AuditLog.AsNoTracking()
                .Where(line => line.Action == "company.change" && line.Subject == setting.Field)
                .OrderByDescending(line => line.Id)
                .Select(line => line.By)
                .FirstOrDefaultAsync(cancellation);
            differences.Add(new FieldFault(
                setting.Field, $"{who ?? "Someone"} changed {setting.Name} to “{setting.Words(current)}” in the meantime."));
        }

        return differences;
    }

    private static void Write(CompanyRow row, CompanyDraft draft)
    {
        (row.Name, row.Address, row.Phone, row.Email, row.Website, row.TimeZone) =
            (draft.Name, draft.Address, draft.Phone, draft.Email, draft.Website, draft.TimeZone);
        row.WriteSettings(row.ReadSettings() with
        {
            Country = draft.Country,
            BusinessHours = draft.BusinessHours,
            TextHours = draft.TextHours,
            EmailHours = draft.EmailHours,
            FrequencyCap = draft.FrequencyCap,
            Holidays = [.. draft.Holidays],
            PublishingNeedsManager = draft.PublishingNeedsManager,
            DayOrder = draft.DayOrder,
        });
    }
}
