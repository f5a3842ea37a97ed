using System.Collections.Immutable;
using System.Text.Json;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Files;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Api.Customers;

namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>
/// Stores a checked file whole. Its rows go in portion by portion, so that other companies get their turn, and what is to go in lies beside
/// the database until the last one is in: after a kill the program goes on where it was, and a file is never half there for good. Every row
/// has its message id from the beginning, so a portion that is put in again is known already.
/// <para>Whoever is erased meanwhile is taken out of what is still to go in, and of the files:
/// those rows were told before, and would bring the person back.</para>
/// <para>A file of one portion is one commit and needs none of this.</para>
/// </summary>
public sealed partial class ImportBox(
    IDatabase database, IIntake intake, IEngine engine, AuditTrail audit, TimeProvider clock, ILogger<ImportBox> log) : BackgroundService
{
    /// <summary>Rows in one commit.</summary>
    internal const int RowsAtOnce = 250;

    private const string Whole = ".import";
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _files = new(1, 1);
    private ImmutableList<(int Company, ImportedPerson Person)> _erased = [];
    private int _underWay;
    private int _hasEnded;

    private string Folder => database.Beside("-imports");

    /// <summary>Stores all rows. Once begun it is finished, here or after the next start, whether
    /// somebody still waits for it or not.</summary>
    /// <param name="caller">Who imports.</param>
    /// <param name="rows">The rows as events.</param>
    /// <param name="cancellation">Ends the waiting, not the storing.</param>
    public async Task StoreAsync(Caller caller, IReadOnlyList<IncomingEvent> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(rows);
        var head = new Head(caller.Company.Value, caller.Source, caller.Actor.Id, caller.Actor.Name, rows.Count);
        var file = rows.Count > RowsAtOnce ? await WriteAsync(head, rows, cancellation) : null;
        await Task.Run(() => PutInAsync(head, rows, file), CancellationToken.None).WaitAsync(cancellation);
    }

    /// <summary>Takes somebody who is about to be erased out of all that is still to be put in.</summary>
    /// <param name="company">Whose customer.</param>
    /// <param name="person">By what rows name them.</param>
    /// <param name="cancellation">Gives up between two files.</param>
    public async Task ForgetAsync(CompanyId company, ImportedPerson person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (Volatile.Read(ref _underWay) == 0 && !Directory.Exists(Folder)) return;
        await _files.WaitAsync(cancellation);
        try
        {
            if (Volatile.Read(ref _underWay) > 0) _erased = _erased.Add((company.Value, person));
            if (!Directory.Exists(Folder)) return;
            foreach (var file in Directory.GetFiles(Folder, "*" + Whole))
            {
                var (head, rows) = Read(file);
                var kept = rows.Where(row => head.Company != company.Value || !person.Is(row.UserId, row.AnonymousId)).ToArray();
                if (kept.Length < rows.Count) await WriteAsync(file[..^Whole.Length], head, kept, cancellation);
            }
        }
        finally
        {
            _files.Release();
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) == 0) await _stop.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        // A host that is taken apart in a hurry may stop its services after it has disposed of them.
        Interlocked.Exchange(ref _hasEnded, 1);
        _stop.Dispose();
        _files.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => FinishAsync();

    /// <summary>Finishes what a former run of the program was cut off in.</summary>
    internal async Task FinishAsync()
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var half in Directory.GetFiles(Folder, "*.tmp")) File.Delete(half);
        foreach (var file in Directory.GetFiles(Folder, "*" + Whole).Order(StringComparer.Ordinal))
        {
            var (head, rows) = Read(file);
            WasCutOff(rows.Count);
            await PutInAsync(head, rows, file);
        }
    }

    private async Task PutInAsync(Head head, IReadOnlyList<IncomingEvent> rows, string? file)
    {
        var pace = new ImportPace(engine, clock);
        Interlocked.Increment(ref _underWay);
        try
        {
            foreach (var portion in rows.Chunk(RowsAtOnce))
            {
                await pace.WaitAsync(_stop.Token);
                await PutInAsync(head, portion);
            }
        }
        finally
        {
            if (Interlocked.Decrement(ref _underWay) == 0) _erased = [];
        }

        await audit.AppendAsync(
            new CompanyId(head.Company), new Actor(head.ActorId, head.Actor), "customer.import", null,
            $"imported {head.Rows:N0} customer{(head.Rows == 1 ? "" : "s")} from a file");
        if (file is null) return;
        await _files.WaitAsync(_stop.Token);
        try
        {
            File.Delete(file);
        }
        finally
        {
            _files.Release();
        }
    }

    /// <summary>One portion, without who was erased meanwhile. Nobody is erased between the look and the putting in.</summary>
    private async Task PutInAsync(Head head, IncomingEvent[] portion)
    {
        await _files.WaitAsync(_stop.Token);
        try
        {
            var erased = _erased;
            var rows = erased.IsEmpty
                ? portion
                : [.. portion.Where(row => !erased.Any(one => one.Company == head.Company && one.Person.Is(row.UserId, row.AnonymousId)))];
            if (rows.Length > 0) await intake.AcceptAsync(rows, _stop.Token);
        }
        finally
        {
            _files.Release();
        }
    }

    private Task<string> WriteAsync(Head head, IReadOnlyList<IncomingEvent> rows, CancellationToken cancellation)
    {
        OwnFiles.MakeFolder(Folder);
        return WriteAsync(Path.Combine(Folder, $"{Guid.CreateVersion7():N}"), head, rows, cancellation);
    }

    private static async Task<string> WriteAsync(string name, Head head, IReadOnlyList<IncomingEvent> rows, CancellationToken cancellation)
    {
        await using (var file = OwnFiles.Create(name + ".tmp"))
        {
            await JsonSerializer.SerializeAsync(file, head, cancellationToken: cancellation);
            foreach (var row in rows)
            {
                file.WriteByte((byte)'\n');
                await JsonSerializer.SerializeAsync(
                    file, new Line(row.MessageId, row.UserId, row.AnonymousId, row.Properties.ToJson()), cancellationToken: cancellation);
            }

            file.Flush(flushToDisk: true);
        }

        // A file under its own name is whole.
        File.Move(name + ".tmp", name + Whole, overwrite: true);
        return name + Whole;
    }

    private static (Head Head, IReadOnlyList<IncomingEvent> Rows) Read(string file)
    {
        using var lines = File.ReadLines(file).GetEnumerator();
        var head = lines.MoveNext()
            ? JsonSerializer.Deserialize<Head>(lines.Current)!
            : throw new InvalidDataException("An import that was cut off is empty.");
        var rows = new List<IncomingEvent>(head.Rows);
        while (lines.MoveNext())
        {
            var line = JsonSerializer.Deserialize<Line>(lines.Current)!;
            rows.Add(new IncomingEvent
            {
                Company = new CompanyId(head.Company), Source = head.Source, MessageId = line.Id, UserId = line.User,
                AnonymousId = line.Visitor,
                Kind = EventKind.Identify, Name = EventNames.Identify, Properties = Properties.Parse(line.Traits), Imported = true,
                Door = EventOrigin.Import,
            });
        }

        return (head, rows);
    }

    [LoggerMessage(LogLevel.Information, "An import of {Rows} customers was cut off and is finished now")]
    private partial void WasCutOff(int rows);

    private sealed record Head(int Company, string Source, string ActorId, string Actor, int Rows);

    private sealed record Line(string Id, string? User, string? Visitor, string Traits);
}
