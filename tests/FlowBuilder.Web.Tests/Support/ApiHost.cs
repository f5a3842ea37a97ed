using System.Net.Http.Headers;
using System.Text;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Storage.Ports;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>The whole program on an SQLite file of its own, with the QA clock and two companies, 1 and 2, each with its keys.</summary>
public sealed class ApiHost : WebApplicationFactory<Program>
{
    private readonly TestFolder _folder = new();
    private readonly List<(string Name, string Value)> _settings = [];
    private readonly List<ILoggerProvider> _logs = [];
    private IDisposable? _store;

    /// <summary>Where emails land as .eml files.</summary>
    public string Outbox => _folder.Outbox;

    public IEngine Engine => Services.GetRequiredService<IEngine>();

    /// <summary>Sets what only some tests set, before the program starts.</summary>
    public ApiHost WithSettings(params (string Name, string Value)[] settings)
    {
        _settings.AddRange(settings);
        return this;
    }

    /// <summary>What the program logs is written into this book too, with the settings of the program itself.</summary>
    public ApiHost LoggingTo(ILoggerProvider log)
    {
        _logs.Add(log);
        return this;
    }

    /// <summary>A caller with all rights in a company.</summary>
    public Client Manager(int company = 1) => new(Bearer($"manage-{company}"));

    /// <summary>A caller with some rights in company 1: <c>read</c>, <c>approve</c> or <c>manage-only</c>.</summary>
    public Client With(string right) => new(Bearer($"{right}-1"));

    /// <summary>A caller without a key.</summary>
    public Client Stranger() => new(CreateClient());

    /// <summary>Sends an event as company 1 or 2 and waits until it is worked off.</summary>
    public async Task TellAsync(string call, string json, int company = 1)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"write-{company}:")));
        var answer = await client.SendTextAsync($"/v1/{call}", json);
        if (answer.Status != System.Net.HttpStatusCode.OK) throw new InvalidOperationException(answer.Text);
        await Engine.DrainAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A browser in which somebody of that role is signed in at company 1 or 2; the person
    /// is hired when there is none yet.</summary>
    public async Task<HttpClient> SignedInAsync(string role, int company = 1)
    {
        var email = await People.HireAsync(Services, $"{role}-{company}", role, company);
        return await People.SignInAsync(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), email);
    }

    /// <summary>The database as a company sees it.</summary>
    public FlowBuilderContext Context(int company = 1)
    {
        var context = Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
        context.CurrentCompany = new CompanyId(company);
        return context;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Qa:Enabled", "true")
            .UseSetting("RateLimits:CallsPerMinute", "100000")
            .UseSetting("RateLimits:WorkSeconds", "3600");
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        foreach (var log in _logs) builder.ConfigureLogging(logging => logging.AddProvider(log));
        _folder.Configure(builder,
            ("write-1", 1, "site", ["ingest"]), ("write-2", 2, "site", ["ingest"]), ("manage-1", 1, "api", ["read", "manage", "approve"]),
            ("manage-2", 2, "api", ["read", "manage", "approve"]),
            ("read-1", 1, "api", ["read"]), ("approve-1", 1, "api", ["approve"]), ("manage-only-1", 1, "api", ["manage"]),
            ("page-1", 1, "page", ["browser"]));
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        _store = host.Services.GetRequiredService<IStoreCounters>() as IDisposable;
        foreach (var company in (int[])[1, 2])
        {
            using var context = host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
            context.CurrentCompany = new CompanyId(company);
            context.Companies.Add(new CompanyRow
            {
                Id = company, Name = $"Company {company}", Email = "office@green.example", Address = "1 Main St",
                CreatedAt = DateTimeOffset.UnixEpoch
            });
            context.Users.Add(new UserRow
            {
                Id = $"owner-{company}", Name = "Olive Owner", Email = "olive@green.example", Role = "owner", IsPrimaryOwner = true
            });
            context.SaveChanges();
            host.Services
                .GetRequiredService<IEngine>()
                .RefreshAsync(new CompanyId(company), CancellationToken.None).GetAwaiter().GetResult();
        }

        return host;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        // The program's own end may still be closing the files.
        _store?.Dispose();
        _folder.Dispose();
    }

    private HttpClient Bearer(string key)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
