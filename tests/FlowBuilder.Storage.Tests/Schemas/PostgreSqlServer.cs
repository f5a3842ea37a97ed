using System.Net;
using System.Net.Sockets;
using FlowBuilder.Testing;
using Npgsql;
using Xunit;

namespace FlowBuilder.Storage.Tests.Schemas;

/// <summary>
/// A PostgreSQL server with an empty database: the one <c>FLOWBUILDER_TEST_POSTGRES</c> names, else one of our own in a temporary folder
/// on a free port, gone after the tests.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _database = $"flowbuilder_test_{Environment.ProcessId}";
    private string? _folder;
    private string _server = "";

    /// <summary>Leads to the empty database.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _server = Environment.GetEnvironmentVariable("FLOWBUILDER_TEST_POSTGRES") is { Length: > 0 } given ? given : Start();
        await ExecuteAsync($"CREATE DATABASE {_database}");
        ConnectionString = new NpgsqlConnectionStringBuilder(_server) { Database = _database, Pooling = false }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (ConnectionString.Length > 0) await ExecuteAsync($"DROP DATABASE {_database} WITH (FORCE)");
        if (_folder is null) return;
        Own("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Start()
    {
        _folder = Directory.CreateTempSubdirectory("flowbuilder-postgres-").FullName;
        Needs.Program("initdb", "postgresql", ["/usr/lib/postgresql/*/bin"]);
        if (Environment.UserName == "root") Run("chown", "postgres", _folder);
        Own("initdb", "-D", Path.Combine(_folder, "data"), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        var port = FreePort();
        Own(
            "pg_ctl", "-D", Path.Combine(_folder, "data"), "-l", Path.Combine(_folder, "log"), "-w", "-o",
            $"-p {port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off", "start");
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    /// <summary>PostgreSQL refuses to run as root: then its own user runs it.</summary>
    private void Own(string program, params string[] arguments)
    {
        var path = Needs.Program(program, "postgresql", ["/usr/lib/postgresql/*/bin"]);
        if (Environment.UserName == "root") Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private void Run(string program, params string[] arguments)
    {
        var (code, output) = Needs.Run(program, arguments, Patience, _folder);
        if (code != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
