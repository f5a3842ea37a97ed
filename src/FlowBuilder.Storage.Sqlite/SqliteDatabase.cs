using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>SQLite, in a file the configuration names (<c>Database:Provider</c>, <c>ConnectionStrings:FlowBuilder</c>).</summary>
public sealed record SqliteDatabase : IDatabase
{
    private SqliteDatabase(string connectionString) => ConnectionString = connectionString;

    /// <summary>A complete SQLite connection string; its file path is absolute.</summary>
    public string ConnectionString { get; }

    /// <summary>The database file.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <summary>Quartz opens its own connections: a file of its own keeps it out of the writer's way.</summary>
    public string JobsFile => Path.Combine(Folder, "quartz.db");

    /// <inheritdoc />
    public string Folder => Path.GetDirectoryName(File)!;

    /// <inheritdoc />
    public string Beside(string suffix) => File + suffix;

    /// <inheritdoc />
    public void AddTo(IServiceCollection services, IConfiguration? configuration) => services.AddSqliteStorage(this, configuration);

    /// <inheritdoc />
    public void UseForJobs(IPersistentStoreBuilder store) =>
        store.UseSqlite(new SqliteConnectionStringBuilder { DataSource = JobsFile }.ToString());

    /// <summary>Reads the choice.</summary>
    /// <param name="configuration">The program's configuration.</param>
    /// <param name="contentRoot">Relative file names start here; the default is <c>data/flowbuilder.db</c>.</param>
    /// <exception cref="DatabaseRefusedException">The database is unknown, or one this edition does not run on.</exception>
    public static SqliteDatabase Read(IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var provider = configuration["Database:Provider"];
        if (string.IsNullOrWhiteSpace(provider)) provider = "Sqlite";
        if (Is("PostgreSql") || Is("SqlServer"))
            throw new DatabaseRefusedException(
                $"Database:Provider is “{provider}”. This edition runs on SQLite only: the tables for {provider} exist, but the engine's "
                    + $"fast path does not yet. Set Database:Provider to Sqlite, or leave it out.");
        if (!Is("Sqlite"))
            throw new DatabaseRefusedException(
                $"Database:Provider is “{provider}”, which is not a database FlowBuilder knows. Set it to Sqlite, or leave it out.");
        return OnSqlite(configuration.GetConnectionString("FlowBuilder"), contentRoot);
        bool Is(string name) => string.Equals(provider, name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>SQLite with this connection string (null: the default file).</summary>
    public static SqliteDatabase OnSqlite(string? connectionString, string contentRoot)
    {
        SqliteConnectionStringBuilder text;
        try
        {
            text = new SqliteConnectionStringBuilder(
                string.IsNullOrWhiteSpace(connectionString) ? "Data Source=data/flowbuilder.db" : connectionString);
        }
        catch (ArgumentException problem)
        {
            throw new DatabaseRefusedException(
                $"ConnectionStrings:FlowBuilder cannot be read ({problem.Message}). Write it like: Data Source=data/flowbuilder.db",
                problem);
        }

        if (text.DataSource is "" or ":memory:" || text.Mode == SqliteOpenMode.Memory)
            throw new DatabaseRefusedException(
                "ConnectionStrings:FlowBuilder names no file. FlowBuilder keeps its data in a file, such as: Data "
                    + "Source=data/flowbuilder.db");
        text.DataSource = Path.GetFullPath(text.DataSource, contentRoot);
        return new SqliteDatabase(text.ToString());
    }
}
