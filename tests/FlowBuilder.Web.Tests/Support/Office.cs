using System.Text.RegularExpressions;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>What tests about people getting in do with a started program.</summary>
internal static partial class Office
{
    /// <summary>A browser that nobody is signed in with; it does not follow redirects.</summary>
    public static HttpClient Browser(this WebApplicationFactory<Program> host, string address = "http://localhost/") =>
        host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(address) });

    /// <summary>A person of a company, as a screen knows them.</summary>
    public static Caller CallerOf(this WebApplicationFactory<Program> host, string person, int company = 1)
    {
        var cache = host.Services.GetRequiredService<ICompanyCache>().Find(new CompanyId(company))!;
        var found = cache.People.Single(one => one.Id == person);
        return new Caller(cache.Id, Actor.Of(found), "people", RoleInfo.Of(RoleInfo.Read(found.Role)).Rights(cache), found);
    }

    /// <summary>The database as a company sees it.</summary>
    public static FlowBuilderContext Rows(this WebApplicationFactory<Program> host, int company = 1) =>
        host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateFor(new CompanyId(company));

    /// <summary>What the audit log of a company says, oldest first.</summary>
    public static async Task<IReadOnlyList<AuditLogRow>> AuditAsync(
        this WebApplicationFactory<Program> host, string action, int company = 1)
    {
        await using var context = host.Rows(company);
        return await context.AuditLog.AsNoTracking()
            .Where(line => line.Action == action)
            .OrderBy(line => line.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until so many emails lie in the folder that are to somebody, and reads them, oldest first.</summary>
    public static async Task<IReadOnlyList<MimeMessage>> MailAsync(string outbox, string to, int count = 1)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            var found = Directory.Exists(outbox)
                ? Directory.GetFiles(outbox, "*.eml")
                    .Where(IsToColleagues)
                    .Select(file => MimeMessage.Load(file))
                    .Where(mail => mail.To.Mailboxes.Any(box => box.Address == to))
                    .OrderBy(mail => mail.Date).ToList()
                : [];
            if (found.Count >= count) return found;
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Letters about accounts, and those that tell of customers; not what customers get.</summary>
    private static bool IsToColleagues(string file) =>
        Path.GetFileName(file) is var name
        && (name.StartsWith("account-", StringComparison.Ordinal) || name.StartsWith("notice-", StringComparison.Ordinal));

    /// <summary>The path of the link in an email.</summary>
    public static string LinkOf(MimeMessage mail) => new Uri(Link().Match(mail.TextBody ?? "").Value).PathAndQuery;

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
