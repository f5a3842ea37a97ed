using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Files;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Auditing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>Brings the database up to date before anything else of the program starts. May be
/// called earlier by hand; a second call does nothing.</summary>
public sealed class DatabasePreparation(
    SqliteDatabase database, IDbContextFactory<FlowBuilderContext> contexts, AuditSeals seals,
    TimeProvider clock) : IHostedLifecycleService, IDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _done;

    /// <summary>Makes the folder and file, checks SQLite, switches to WAL, applies migrations, tells the planner what to expect.</summary>
    /// <exception cref="DatabaseRefusedException">The SQLite library is too old.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await _once.WaitAsync(cancellation);
        try
        {
            if (_done) return;
            OwnFiles.MakeFolder(database.Folder);
            foreach (var file in (string[])[database.File, database.JobsFile])
            {
                if (!File.Exists(file)) await OwnFiles.Create(file).DisposeAsync();
                OwnFiles.Keep(file, $"{file}-wal", $"{file}-shm");
            }

            await using (var connection = new SqliteConnection(database.ConnectionString))
            {
                await connection.OpenAsync(cancellation);
                SqliteVersion.Check(connection.ServerVersion);
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
                await command.ExecuteNonQueryAsync(cancellation);
            }

            await using (var context = await contexts.CreateDbContextAsync(cancellation)) await MigrateAsync(context, cancellation);
            await using (var connection = new SqliteConnection(database.ConnectionString))
            {
                await connection.OpenAsync(cancellation);
                await AuditGuard.SetAsync(connection, cancellation);
                await SqliteStatistics.SeedAsync(connection, cancellation);
            }

            await AuditChain.AnchorAsync(contexts, seals, clock, cancellation);
            _done = true;
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>
    /// A start that is killed while it migrates leaves EF's lock row behind, and every later start would wait for it for ever. SQLite
    /// has one node, so a lock that is there already is a dead one's.
    /// </summary>
    private static async Task MigrateAsync(FlowBuilderContext context, CancellationToken cancellation)
    {
        if (!(await context.Database.GetPendingMigrationsAsync(cancellation)).Any()) return;
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _once.Dispose();
}
