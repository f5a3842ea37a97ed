using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Api.Tracking;
using FlowBuilder.Web.Hosting.RequestBodies;

namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>
/// Reads CSV as spreadsheets and address books really write it: a first line <c>sep=;</c>, cells such as <c>="02134"</c>, commas,
/// semicolons or tabs, rows and columns with nothing in them. A row with more in it than there are
/// columns is refused: its cells have shifted.
/// </summary>
internal static partial class ImportFile
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Most rows in one file.</summary>
    public const int MaxRows = 100_000;

    /// <summary>So many faults are told; the others are much the same.</summary>
    public const int MaxErrors = 500;

    private const int MaxColumns = 200;
    private const int LongestCell = 20_000;

    /// <summary>Reads the whole file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="BodyTooLargeException">It is larger than <see cref="MaxBytes"/>.</exception>
    /// <exception cref="DecoderFallbackException">It is no text that <see cref="SpreadsheetText"/> reads.</exception>
    public static async Task<ImportSheet> ReadAsync(Stream file, CancellationToken cancellation)
    {
        var text = await SpreadsheetText.ReadAsync(file, MaxBytes, cancellation);
        return Read(text.Text, cancellation) with { IsWindows = text.IsWindows };
    }

    /// <summary>Reads a file's text.</summary>
    internal static ImportSheet Read(string text, CancellationToken cancellation)
    {
        var errors = new List<FieldError>();
        text = text.TrimStart('\uFEFF');
        var separator = Separator().Match(text);
        if (separator.Success) text = text[separator.Length..];
        text = FormulaText().Replace(text, cell => $"\"{cell.Groups["value"].Value}\"");
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            MissingFieldFound = null,
            BadDataFound = bad =>
                errors.Add(new FieldError($"row {bad.Context.Parser?.Row ?? 0}", "broken-csv", "has a quotation mark in the wrong place.")),
            MaxFieldSize = LongestCell, DetectDelimiter = !separator.Success, DetectDelimiterValues = [",", ";", "\t"],
            Delimiter = separator.Success ? separator.Groups["by"].Value : ",",
            TrimOptions = TrimOptions.Trim, IgnoreBlankLines = false,
        });
        try
        {
            return Rows(csv, errors, cancellation);
        }
        catch (CsvHelperException e)
        {
            return new ImportSheet(
                [], [], 0,
                [new FieldError(
                    $"row {e.Context?.Parser?.Row ?? 0}", "broken-csv",
                    $"cannot be read as CSV, or a value is longer than {LongestCell:N0} characters.")]);
        }
    }

    private static ImportSheet Rows(CsvReader csv, List<FieldError> errors, CancellationToken cancellation)
    {
        do
        {
            if (!csv.Read())
                return new ImportSheet(
                    [], [], 0, [new FieldError("row 1", "required", "the file needs a first row with the names of its columns.")]);
        }
        while (Cells(csv).All(cell => cell.Length == 0));

        var header = Header(Cells(csv), errors);
        var rows = new List<ImportRow>();
        var empty = 0;
        while (errors.Count < MaxErrors && csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = Cells(csv);
            var number = csv.Parser.Row;
            if (cells.All(cell => cell.Length == 0)) empty++;
            else if (Shifted(cells, header) is { } fault) errors.Add(new FieldError($"row {number}", fault.Code, fault.Words));
            else if (rows.Count == MaxRows)
            {
                errors.Add(new FieldError(
                    $"row {number}", "too-many-rows", $"is beyond the {MaxRows:N0} rows one file can have. Split the file."));
                break;
            }
            else
                rows.Add(new ImportRow(
                    number, [.. cells.Take(header.Count), .. Enumerable.Repeat("", Math.Max(0, header.Count - cells.Length))]));
        }

        return new ImportSheet(header, rows, empty, errors);
    }

    private static List<string> Header(string[] cells, List<FieldError> errors)
    {
        var names = cells.Select(cell => NameText.Of(cell).Trim('\uFEFF')).ToList();
        while (names.Count > 0 && names[^1].Length == 0) names.RemoveAt(names.Count - 1);
        if (names.Count > MaxColumns) errors.Add(new FieldError("row 1", "too-many-columns", $"can have at most {MaxColumns} columns."));
        foreach (var twice in names.Where(name => name.Length > 0)
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1))
            errors.Add(new FieldError("row 1", "named-twice", $"has the column “{twice.Key}” twice."));
        return names;
    }

    private static (string Code, string Words)? Shifted(string[] cells, List<string> header)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0) continue;
            var shown = cells[i].Length > 40 ? cells[i][..40] + "…" : cells[i];
            if (i >= header.Count)
                return
                    ("more-cells",
                     $"has more cells than the first row has columns: “{shown}” belongs to none. A value may contain a comma; put "
                         + $"quotation marks around it.");
            if (header[i].Length == 0)
                return ("no-column", $"has the value “{shown}” in column {i + 1}, which has no name. Give the column a name, or empty it.");
        }

        return null;
    }

    private static string[] Cells(CsvReader csv)
    {
        var record = csv.Parser.Record ?? [];
        var cells = new string[record.Length];
        for (var i = 0; i < record.Length; i++)
        {
            var cell = record[i].Trim();
            // What spreadsheets write to keep a text from becoming a number.
            cells[i] = cell.Length >= 3 && cell.StartsWith("=\"", StringComparison.Ordinal) && cell[^1] == '"' ? cell[2..^1] : cell;
        }

        return cells;
    }

    [GeneratedRegex(@"^""?sep=(?<by>[^\r\n])""?[,;\t]*(\r\n|\n|\r)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<=^|[,;\t])=""(?<value>[^""\r\n]*)""(?=[,;\t\r\n]|\z)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FormulaText();
}
