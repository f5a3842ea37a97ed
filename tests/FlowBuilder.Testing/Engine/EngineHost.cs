using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Runtime;
using FlowBuilder.Runtime.Channels;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Steps;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Storage.Model.Sequences;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Testing.Engine;

/// <summary>The whole engine without the web: its own SQLite files in a folder, the QA clock, one
/// company, channels of the test's choice.</summary>
public sealed class EngineHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly bool _ownsFolder;
    private readonly CommitBell _commits;
    private long _messageIds;

    private EngineHost(IHost host, string folder, bool ownsFolder, CommitBell commits)
    {
        _host = host;
        _commits = commits;
        Folder = folder;
        _ownsFolder = ownsFolder;
    }

    /// <summary>Where the database lies.</summary>
    public string Folder { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>The company whose things are added and looked at.</summary>
    public CompanyId Company { get; private set; } = new(1);

    public IIntake Intake => Services.GetRequiredService<IIntake>();

    public IEngine Engine => Services.GetRequiredService<IEngine>();

    /// <summary>The ports of its store.</summary>
    public Stores Store => new(Services);

    public ProductClock Clock => Services.GetRequiredService<ProductClock>();

    /// <summary>Starts the engine.</summary>
    /// <param name="channels">What takes the messages; null: the program's own channels.</param>
    /// <param name="folder">A folder to go on in; null: a new one, removed at the end.</param>
    /// <param name="listener">Hears every commit.</param>
    /// <param name="replace">Puts parts of the test's own in place of the program's.</param>
    /// <param name="settings">Settings beside the usual ones.</param>
    public static async Task<EngineHost> StartAsync(
        IEnumerable<IMessageChannel>? channels, string? folder = null, IProgressListener? listener = null,
        Action<IServiceCollection>? replace = null,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var home = folder ?? Directory.CreateTempSubdirectory("flowbuilder-").FullName;
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = home, DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Qa:Enabled"] = "true", ["PublicUrl"] = "https://flow.example"
        });
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(Catalogue.Steps);
        builder.Services.AddFlowBuilderRuntime(SqliteDatabase.Read(builder.Configuration, home), builder.Configuration, home);
        if (channels is not null)
        {
            builder.Services.RemoveAll<IMessageChannel>();
            foreach (var channel in channels) builder.Services.AddSingleton(channel);
        }

        if (listener is not null) builder.Services.AddSingleton(listener);
        var commits = new CommitBell();
        builder.Services.AddSingleton<IProgressListener>(commits);
        replace?.Invoke(builder.Services);
        var host = new EngineHost(builder.Build(), home, folder is null, commits);
        await host.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
        await host.AddCompanyAsync();
        await host._host.StartAsync();
        return host;
    }

    /// <summary>From now on acts for another company, which is made when there is none.</summary>
    public async Task ActForAsync(CompanyId company)
    {
        Company = company;
        await AddCompanyAsync();
        await Engine.RefreshAsync(company, CancellationToken.None);
    }

    /// <summary>Stores a template.</summary>
    public async Task AddTemplateAsync(string key, Core.Model.Messages.Channel channel, string? subject, string? html, string text)
    {
        await using var context = Context();
        var number = 1
            + (await context.Templates.Where(row => row.Key == key).Select(row => (int?)row.Revision).FirstOrDefaultAsync() ?? 0);
        await context.Templates.Where(row => row.Key == key).ExecuteDeleteAsync();
        context.Templates.Add(new TemplateRow
        {
            CompanyId = Company.Value, Key = key, Name = key, Channel = channel, Revision = number, Subject = subject, Html = html,
            Text = text, UpdatedAt = Clock.Now
        });
        context.TemplateRevisions.Add(new TemplateRevisionRow
        {
            CompanyId = Company.Value, Key = key, Revision = number, Name = key, Channel = channel, Subject = subject, Html = html,
            Text = text, CreatedAt = Clock.Now
        });
        await context.SaveChangesAsync();
        await Engine.RefreshAsync(Company, CancellationToken.None);
    }

    /// <summary>Compiles and publishes a document, given as JSON; throws when it does not compile.</summary>
    public async Task<SequenceId> PublishAsync(string documentJson)
    {
        var read = Services.GetRequiredService<SequenceDocumentJson>().Read(documentJson);
        var document = read.Document ?? throw new InvalidOperationException(string.Join("; ", read.Errors));
        var compilation = Services.GetRequiredService<PlanCompiler>().Compile(document);
        var plan = compilation.Plan ?? throw new InvalidOperationException(string.Join("; ", compilation.Diagnostics));
        var sequence = Guid.CreateVersion7();
        var version = await Services.GetRequiredService<NewIds>().NextAsync(CancellationToken.None);
        await using var context = Context();
        context.Sequences.Add(new SequenceRow
        {
            CompanyId = Company.Value, Id = sequence, Title = document.Title, Draft = documentJson, DraftRevision = 1, VersionNumber = 1,
            State = SequenceState.Live,
            CreatedAt = Clock.Now, UpdatedAt = Clock.Now,
        });
        context.SequenceVersions.Add(new SequenceVersionRow
        {
            CompanyId = Company.Value, Id = version, SequenceId = sequence, Number = 1, Document = documentJson,
            Plan = Services.GetRequiredService<PlanJson>().Write(plan),
            PlanHash = plan.Hash, PublishedAt = Clock.Now, PublishedBy = "test",
        });
        await context.SaveChangesAsync();
        await Engine.RefreshAsync(Company, CancellationToken.None);
        await Engine.AskEveryoneAsync(Company, new TurnInput.Reschedule(new VersionId(version)), CancellationToken.None);
        return new SequenceId(sequence);
    }

    /// <summary>A track event of a customer, ready for <see cref="Intake"/>.</summary>
    public IncomingEvent Event(string name, string userId, string properties = "{}", RecordKey? record = null) => new()
    {
        Company = Company, Source = "test", MessageId = $"m-{Interlocked.Increment(ref _messageIds)}-{Environment.TickCount64}",
        UserId = userId, Kind = EventKind.Track, Name = name,
        Properties = Properties.Parse(properties), Record = record,
    };

    /// <summary>An identify call.</summary>
    public IncomingEvent Identify(string userId, string traits) =>
        Event(EventNames.Identify, userId, traits) with { Kind = EventKind.Identify };

    /// <summary>Takes in events and works off what they make due.</summary>
    public async Task HappenAsync(params IncomingEvent[] events)
    {
        await Intake.AcceptAsync(events, CancellationToken.None);
        await Engine.DrainAsync(CancellationToken.None);
    }

    /// <summary>Moves the product clock, stopping at every due moment.</summary>
    public Task<QaMove> AdvanceAsync(TimeSpan by) =>
        Services.GetRequiredService<QaTime>().AdvanceToAsync(Clock.Now + by, CancellationToken.None);

    /// <summary>The database as the company sees it.</summary>
    public FlowBuilderContext Context()
    {
        var context = Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
        context.CurrentCompany = Company;
        return context;
    }

    /// <summary>Looks after each commit until what it sees is as expected; fails after 30 seconds.</summary>
    public async Task<T> UntilAsync<T>(Func<FlowBuilderContext, Task<T>> look, Func<T, bool> asExpected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = _commits.Next;
            await using var context = Context();
            var seen = await look(context);
            if (asExpected(seen)) return seen;
            await next.WaitAsync(patience.Token);
        }
    }

    /// <summary>An orderly stop.</summary>
    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        else _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    private async Task AddCompanyAsync()
    {
        await using var context = Context();
        if (await context.Companies.AnyAsync()) return;
        context.Companies.Add(new CompanyRow
        {
            Id = Company.Value, Name = "Green Valley", TimeZone = "America/New_York", Address = "1 Elm Street", CreatedAt = Clock.Now
        });
        context.Users.Add(new UserRow
        {
            CompanyId = Company.Value, Id = "owner", Name = "Olivia Owner", Email = "olivia@greenvalley.example", Role = "owner",
            IsPrimaryOwner = true
        });
        await context.SaveChangesAsync();
    }
}
