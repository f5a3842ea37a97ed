using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Web.Hosting.Exports;

/// <summary>A CSV file for spreadsheets, written line by line while the lines are read. A cell that
/// a spreadsheet would take for a formula gets a quote in front.</summary>
internal static class CsvFile
{
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n"
    };

    /// <summary>Says that a file follows, named after what it holds and the company's day.</summary>
    public static void Announce(HttpResponse response, string name, DateTimeOffset now, TimeZoneInfo zone)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}-{LocalClock.Local(now, zone):yyyy-MM-dd}.csv\"";
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>Writes lines; with a byte order mark, without which spreadsheets misread letters beyond ASCII.</summary>
    public static async Task WriteAsync<T>(
        Stream target, IReadOnlyList<string> columns, IAsyncEnumerable<T> lines, Func<T, IReadOnlyList<string?>> cells,
        CancellationToken cancellation)
    {
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Csv, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            foreach (var cell in cells(line)) csv.WriteField(cell);
            await csv.NextRecordAsync();
        }
    }

    /// <summary>An instant by the company's clock, with its offset.</summary>
    public static string? Moment(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture) : null;
}
