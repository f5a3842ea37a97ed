using System.Globalization;
using System.Text.Encodings.Web;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Notifications;

/// <summary>Sends notifications by email to those who want it: all that is new of one person in one letter.
/// Noted before it is sent, so that nobody gets one twice; the line in the program stays.</summary>
internal sealed partial class NotificationMail(
    IDbContextFactory<FlowBuilderContext> contexts, ICompanyCache companies, IAccountMail mail, MessageLinks links,
    ILogger<NotificationMail> log)
{
    private const int AtOnce = 500;

    public async Task SendAsync(CancellationToken cancellation)
    {
        List<NotificationRow> due;
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
            due = await context.Notifications
                .IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).AsNoTracking()
                .Where(row => row.EmailDueAt != null)
                .OrderBy(row => row.CompanyId)
                .ThenBy(row => row.Id)
                .Take(AtOnce)
                .ToListAsync(cancellation);
        foreach (var some in due.GroupBy(row => (row.CompanyId, row.UserId)))
            await SendAsync(new CompanyId(some.Key.CompanyId), some.Key.UserId, [.. some], cancellation);
    }

    private async Task SendAsync(CompanyId company, string person, NotificationRow[] lines, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var ids = lines.Select(line => line.Id).ToArray();
        await context.Notifications
            .Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EmailDueAt, (DateTimeOffset?)null), cancellation);
        var user = await context.Users.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == person && row.RemovedAt == null && row.AccountId != null, cancellation);
        var wanted = lines.Where(line => line.ReadAt is null && EmailedKinds.Has(user?.EmailedKinds, line.Kind)).ToArray();
        if (user?.Email is not { Length: > 0 } to || wanted.Length == 0 || companies.Find(company) is not { } from) return;
        if (await mail.SendAsync(from, Letter(company, to, wanted), cancellation) is { } fault) NotSent(log, company.Value, fault);
    }

    private AccountEmail Letter(CompanyId company, string to, NotificationRow[] lines)
    {
        const int Most = 20;
        var address = links.Absolute("/notifications");
        var subject = lines.Length == 1
            ? Short(lines[0].Text)
            : string.Create(CultureInfo.InvariantCulture, $"{lines.Length:N0} things need your attention");
        var shown = lines.Take(Most).Select(line => line.Text).ToList();
        if (lines.Length > Most) shown.Add(string.Create(CultureInfo.InvariantCulture, $"And {lines.Length - Most:N0} more."));
        var encode = HtmlEncoder.Default;
        return new AccountEmail(
            to, subject,
            $"{string.Join('\n', shown)}\n\n{address}\n\nYou can choose which of these you get by email under “Your account”.\n",
            $"<!doctype html><html><body style=\"font:15px/1.5 "
                + $"Arial,sans-serif\"><ul>{string.Concat(shown.Select(text => $"<li>{encode.Encode(text)}</li>"))}</ul><p><a "
                + $"href=\"{encode.Encode(address)}\">Open FlowBuilder</a></p>"
            + "<p style=\"color:#666;font-size:12px\">You can choose which of these you get by email under “Your "
            + "account”.</p></body></html>")
        {
            About = [.. lines.Where(line => line.CustomerId is not null)
                .Select(line => string.Create(CultureInfo.InvariantCulture, $"{company.Value}:{line.CustomerId}")).Distinct()],
        };
    }

    private static string Short(string text)
    {
        var line = string.Create(
            text.Length, text,
            static (span, from) => { for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(from[i]) ? ' ' : from[i]; });
        return line.Length <= 120 ? line : line[..119] + "…";
    }

    [LoggerMessage(LogLevel.Warning, "A notification of company {Company} could not be emailed: {Because}")]
    private static partial void NotSent(ILogger log, int company, string because);
}
