using System.Net.Http.Headers;
using System.Text;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Testing.Smtp;
using FlowBuilder.Web.Auth.Keys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.E2E.Rig;

/// <summary>The whole program on a real port, with a database file, a mail server and a QA clock of its own.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    /// <summary>Of everybody whom <see cref="HireAsync"/> hires.</summary>
    public const string Password = "walnut-hammock-otter";

    private readonly string _folder;
    private readonly Dictionary<string, string> _settings;
    private IProgressListener? _first;
    private bool _goesOn;

    private Site(string folder, SmtpSink mail, Dictionary<string, string> settings) =>
        (_folder, Mail, _settings) = (folder, mail, settings);

    public SmtpSink Mail { get; }

    /// <summary>What it prints on its console.</summary>
    public LogLines Console { get; } = new();

    /// <summary>Where it answers, with a slash at the end.</summary>
    public Uri Address { get; private set; } = default!;

    public IEngine Engine => Services.GetRequiredService<IEngine>();

    /// <summary>Starts the program without any company or person.</summary>
    public static Site StartEmpty(params (string Key, string Value)[] settings) => StartEmpty(null, settings);

    /// <summary>Starts the program with company 1, “Green Valley”, on Growth, with its owner Olive (<c>olive@green.example</c>).</summary>
    public static Task<Site> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>As the other; a listener of the test hears of each commit before anybody else.</summary>
    public static async Task<Site> StartAsync(IProgressListener? first, params (string Key, string Value)[] settings)
    {
        var site = StartEmpty(first, settings);
        await site.FoundAsync(1, "Green Valley");
        await site.HireAsync("olive", "Olive Green", "owner", isPrimaryOwner: true);
        return site;
    }

    private static Site StartEmpty(IProgressListener? first, (string Key, string Value)[] settings)
    {
        var site = new Site(
            Directory.CreateTempSubdirectory("flowbuilder-e2e-").FullName, SmtpSink.Start(),
            settings.ToDictionary(one => one.Key, one => one.Value))
        {
            _first = first
        };
        var port = FreePort();
        // A name and not a number: passkeys belong to a domain.
        site._settings["PublicUrl"] = $"http://localhost:{port}";
        site.ListenAt(port);
        return site;
    }

    /// <summary>Stops the program in order; its database stays for <see cref="StartAgain"/>.</summary>
    public async Task StopAsync()
    {
        _goesOn = true;
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => _goesOn ? ValueTask.CompletedTask : base.DisposeAsync();

    /// <summary>After <see cref="StopAsync"/>: the program at the same address and with the same database.</summary>
    public Site StartAgain()
    {
        var again = new Site(_folder, Mail, _settings);
        again.ListenAt(Address.Port);
        return again;
    }

    /// <summary>Waits until the program says that its work goes on.</summary>
    public async Task ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Puts a company into the database.</summary>
    public async Task FoundAsync(int company, string name, Subscription plan = Subscription.Growth)
    {
        await using var context = Context(company);
        context.Companies.Add(new CompanyRow
        {
            Id = company, Name = name, Subscription = plan, Email = "office@green.example", Address = "1 Main St",
            CreatedAt = DateTimeOffset.UnixEpoch
        });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await Engine.RefreshAsync(new CompanyId(company), TestContext.Current.CancellationToken);
    }

    /// <summary>Puts a person with a sign-in into the database; one who works elsewhere already gets a second company.</summary>
    public async Task HireAsync(string id, string name, string role, int company = 1, bool isPrimaryOwner = false)
    {
        var email = $"{id}@green.example";
        using var scope = Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<AccountRow>>();
        if (await accounts.FindByEmailAsync(email) is not { } account)
        {
            account = new AccountRow
            {
                Id = Guid.NewGuid(), Name = name, Email = email, UserName = email, EmailConfirmed = true,
                CreatedAt = DateTimeOffset.UnixEpoch
            };
            var made = await accounts.CreateAsync(account, Password);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(" ", made.Errors.Select(error => error.Description)));
        }

        await using var context = Context(company);
        context.Users.Add(new UserRow
        {
            Id = id, Name = name, Email = email, Role = role, IsPrimaryOwner = isPrimaryOwner, AccountId = account.Id
        });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await Engine.RefreshAsync(new CompanyId(company), TestContext.Current.CancellationToken);
    }

    /// <summary>The database as a company sees it.</summary>
    public FlowBuilderContext Context(int company = 1)
    {
        var context = Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
        context.CurrentCompany = new CompanyId(company);
        return context;
    }

    /// <summary>An HTTP client for <c>/api/v1</c> with all a key may do in a company.</summary>
    public HttpClient Api(int company = 1)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"manage-{company}");
        return client;
    }

    /// <summary>Sends an event as a company and waits until it is worked off.</summary>
    public async Task TellAsync(string call, string json, int company = 1)
    {
        await SendAsync(call, json, company);
        await Engine.DrainAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends an event as a company; done with the program's answer.</summary>
    public async Task SendAsync(string call, string json, int company = 1)
    {
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"write-{company}:")));
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"v1/{call}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development").ConfigureLogging(logging => logging.ClearProviders().AddProvider(Console));
        builder.UseSetting("Logging:LogLevel:Default", "Warning").UseSetting("Logging:LogLevel:Microsoft.Hosting", "Warning");
        builder.UseSetting("Demo:Enabled", "false")
            .UseSetting("Qa:Enabled", "true")
            .UseSetting("Engine:Partitions", "2")
            .UseSetting("RateLimits:CallsPerMinute", "100000")
            .UseSetting("RateLimits:DoorsPerMinute", "100000");
        builder.UseSetting("ConnectionStrings:FlowBuilder", $"Data Source={Path.Combine(_folder, "flowbuilder.db")}");
        builder.UseSetting("Email:Smtp:Host", "127.0.0.1")
            .UseSetting("Email:Smtp:Port", $"{Mail.Port}")
            .UseSetting("Email:From", "office@green.example");
        var number = 0;
        foreach (var company in (int[])[1, 2])
        {
            Key($"write-{company}", company, "ingest");
            Key($"manage-{company}", company, "read", "manage", "approve");
        }

        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        if (_first is { } first) builder.ConfigureTestServices(services => services.Insert(0, ServiceDescriptor.Singleton(first)));

        void Key(string secret, int company, params string[] scopes)
        {
            builder.UseSetting($"Keys:{number}:Name", secret)
                .UseSetting($"Keys:{number}:Company", $"{company}")
                .UseSetting($"Keys:{number}:Sha256", KeyRing.Hash(secret));
            for (var scope = 0; scope < scopes.Length; scope++) builder.UseSetting($"Keys:{number}:Scopes:{scope}", scopes[scope]);
            number++;
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || _goesOn || !Directory.Exists(_folder)) return;
        Mail.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private void ListenAt(int port)
    {
        UseKestrel(port);
        StartServer();
        Address = new Uri($"http://localhost:{port}/");
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
