using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Api.Tracking;

namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>Works out what a file would do, for the API and the screen alike. Nothing is stored.</summary>
public sealed class ImportPlanning(ImportKeys keys, CustomerLimits limits, FullCustomers full, ICompanyCache companies)
{
    /// <summary>The plan for a file.</summary>
    /// <param name="sheet">The file.</param>
    /// <param name="wanted">What columns become where that is said: name of the column to target; others as guessed.</param>
    /// <param name="caller">Who imports.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ImportPlan> PlanAsync(
        ImportSheet sheet, IReadOnlyDictionary<string, string>? wanted, Caller caller, CancellationToken cancellation)
    {
        var errors = new List<FieldError>(sheet.Errors);
        var columns = Columns(sheet, wanted, errors);
        if (sheet.Header.Count > 0) Check(columns, errors);
        if (errors.Any(error => error.Field is "row 1" or "columns"))
            return new ImportPlan { Sheet = sheet, Columns = columns, Events = [], Errors = errors };

        var read = Rows(sheet, columns, companies.Find(caller.Company)?.ReadsDates ?? default, errors, cancellation);
        var known = await keys.FindAsync(caller.Company, read, errors, cancellation);
        var events = new List<IncomingEvent>(read.Count);
        var lines = new List<int>(read.Count);
        foreach (var row in read)
        {
            if (known(row) is not { } key) continue;
            lines.Add(row.Number);
            events.Add(new IncomingEvent
            {
                Company = caller.Company, Source = caller.Source, MessageId = $"csv-{Guid.CreateVersion7():N}", UserId = key.UserId,
                AnonymousId = key.AnonymousId,
                Kind = EventKind.Identify, Name = EventNames.Identify, Properties = row.Traits, Imported = true, Door = EventOrigin.Import,
            });
        }

        var before = errors.Count;
        await full.CheckAsync(
            [.. events.Select((told, i) => new ReadCall(told, $"row {lines[i].ToString(CultureInfo.InvariantCulture)}: "))], errors,
            cancellation);
        var beyond = errors.Skip(before).Select(RowOf).ToHashSet();
        if (beyond.Count > 0) events = [.. events.Where((_, i) => !beyond.Contains(lines[i]))];
        return new ImportPlan { Sheet = sheet, Columns = columns, Events = events, Errors = [.. errors.OrderBy(RowOf)] };
    }

    private static IReadOnlyList<ImportColumn> Columns(
        ImportSheet sheet, IReadOnlyDictionary<string, string>? wanted, List<FieldError> errors)
    {
        var columns = ColumnNames.Guess(sheet.Header);
        if (wanted is null) return columns;
        foreach (var unknown in wanted.Keys.Where(name => !sheet.Header.Contains(name, StringComparer.Ordinal)))
            errors.Add(new FieldError("columns", "unknown-column", $"names the column “{unknown}”, which the file does not have."));
        return [.. columns.Select(
            column => wanted.TryGetValue(column.Header, out var target) ? column with { Target = NameText.Of(target) } : column)];
    }

    private static void Check(IReadOnlyList<ImportColumn> columns, List<FieldError> errors)
    {
        if (!columns.Any(column => column.Target is ImportTargets.UserId or ImportTargets.Email or ImportTargets.Phone))
            errors.Add(new FieldError(
                "row 1", "required",
                "needs a column user_id with the customer's id in your system, or one with the email address or phone number to identify "
                    + "them."));
        if (columns.Count(column => column.Target == ImportTargets.UserId) > 1)
            errors.Add(new FieldError("row 1", "named-twice", "has two columns set as the customer's id. Choose one."));
    }

    private List<ImportedRow> Rows(
        ImportSheet sheet, IReadOnlyList<ImportColumn> columns, DayOrder order, List<FieldError> errors, CancellationToken cancellation)
    {
        var rows = new List<ImportedRow>(sheet.Rows.Count);
        foreach (var row in sheet.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (errors.Count >= ImportFile.MaxErrors) break;
            var faults = new FaultList($"row {row.Number.ToString(CultureInfo.InvariantCulture)}: ");
            var id = ImportCells.Id(row, columns, faults);
            var traits = TraitRules.Checked(ImportCells.Traits(row, columns, faults), faults, limits, order, "");
            traits = ImportedNo.Keep(traits, ImportCells.Noes(row, columns, order));
            if (Overfull.FirstBeyond(Properties.Empty, traits, limits) is { } beyond)
                faults.Add(beyond, "too-large", Overfull.FieldWords(beyond, limits));
            errors.AddRange(faults.Errors);
            if (!faults.Any) rows.Add(new ImportedRow(row.Number, id, traits));
        }

        return rows;
    }

    private static int RowOf(FieldError error) =>
        error.Field.StartsWith("row ", StringComparison.Ordinal)
            && int.TryParse(
                error.Field.AsSpan(
                    4,
                    Math.Max(
                        0,
                        error.Field.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 0 ? error.Field.Length - 4 : colon - 4)),
                CultureInfo.InvariantCulture, out var row)
            ? row
            : 0;
}

/// <summary>A row that was understood.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="UserId">The customer's id; null when the row has none.</param>
/// <param name="Traits">What it tells.</param>
public sealed record ImportedRow(int Number, string? UserId, Properties Traits);
