using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FlowBuilder.Application.Suppressions;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Api.Tracking;
using FlowBuilder.Web.Hosting.Exports;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;

namespace FlowBuilder.Web.Api.Suppressions;

/// <summary>
/// The list as a CSV file, out and in. In: a column <c>address</c> (or <c>email</c>, <c>phone</c>),
/// and if wanted <c>channel</c>, <c>reason</c>,
/// <c>at</c> and <c>source</c>. One row that cannot be read refuses the file, named by row; nothing is stored then.
/// </summary>
public sealed class SuppressionCsv(IAddresses addresses)
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Most rows in one file.</summary>
    public const int MaxRows = 100_000;

    private static readonly string[] Columns = ["channel", "address", "reason", "at", "source"];
    private static readonly string[] Emails = ["email", "emailaddress", "mail"];
    private static readonly string[] Phones = ["phone", "phonenumber", "mobile", "sms", "text", "number"];

    /// <summary>Writes the list.</summary>
    public static Task WriteAsync(Stream target, IAsyncEnumerable<SuppressionView> lines, CancellationToken cancellation) =>
        CsvFile.WriteAsync(target, Columns, lines,
            line => [
                ChannelInfo.Of(line.Channel).Name, line.Address, Word(line.Reason), line.At.ToString("O", CultureInfo.InvariantCulture),
                line.Source
            ],
            cancellation);

    /// <summary>Reads a file for a company; what is wrong is then in <paramref name="errors"/>.</summary>
    public async Task<IReadOnlyList<SuppressionLine>> ReadAsync(
        Stream file, Company company, List<FieldError> errors, CancellationToken cancellation)
    {
        var lines = new List<SuppressionLine>();
        try
        {
            using var text = new StringReader((await SpreadsheetText.ReadAsync(file, MaxBytes, cancellation)).Text);
            using var csv = new CsvReader(
                text,
                new CsvConfiguration(CultureInfo.InvariantCulture)
                {
                    MissingFieldFound = null, BadDataFound = null, DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"],
                    TrimOptions = TrimOptions.Trim
                });
            if (!await csv.ReadAsync() || !csv.ReadHeader() || csv.HeaderRecord is not { Length: > 0 } header)
            {
                errors.Add(new FieldError(
                    "row 1", "required", "the file needs a first row with the names of its columns: address, channel, reason."));
                return lines;
            }

            var columns = header.Select((name, at) => (Name: Letters(name), at))
                .GroupBy(column => column.Name)
                .ToDictionary(group => group.Key, group => group.First().at);
            if (!columns.ContainsKey("address") && !Array.Exists([.. Emails, .. Phones], columns.ContainsKey))
                errors.Add(new FieldError("row 1", "required", "the file needs a column “address”, “email” or “phone”."));
            while (errors.Count < Problem.MaxErrors && await csv.ReadAsync())
            {
                cancellation.ThrowIfCancellationRequested();
                if (lines.Count >= MaxRows)
                {
                    errors.Add(new FieldError(
                        $"row {csv.Parser.Row}", "too-many-rows", $"is beyond the {MaxRows:N0} rows one file can have. Split the file."));
                    break;
                }

                Read(csv, columns, company, lines, errors);
            }
        }
        catch (DecoderFallbackException)
        {
            errors.Add(new FieldError("$", "not-utf8", SpreadsheetText.Refusal));
        }
        catch (CsvHelperException e)
        {
            errors.Add(new FieldError($"row {e.Context?.Parser?.Row ?? 0}", "broken-csv", "cannot be read as CSV."));
        }

        return lines;
    }

    private void Read(CsvReader csv, Dictionary<string, int> columns, Company company, List<SuppressionLine> lines, List<FieldError> errors)
    {
        var row = $"row {csv.Parser.Row}";
        if (csv.Parser.Record is not { } record || record.All(string.IsNullOrWhiteSpace)) return;
        string? Cell(params IEnumerable<string> names) =>
            names.Where(columns.ContainsKey)
                .Select(name => columns[name] < record.Length ? record[columns[name]].Trim() : null)
                .FirstOrDefault(cell => !string.IsNullOrEmpty(cell));
        var said = Cell("channel");
        var channel = said is null ? null : ChannelNames.Read(said);
        if (said is not null && channel is null)
            errors.Add(new FieldError($"{row}: channel", "unknown-value", $"must be {ChannelNames.Words}."));
        var found = lines.Count;
        foreach (var (cell, of) in (ReadOnlySpan<(string?, Channel?)>)[
            (Cell("address"), channel), (Cell(Emails), Channel.Email), (Cell(Phones), Channel.Text)
        ])
        {
            if (cell is null || (channel is not null && of is not null && of != channel)) continue;
            var way = of ?? ChannelAddresses.ChannelOf(cell);
            var reason = ReasonOf(Cell("reason"), way);
            if (reason is null)
                errors.Add(new FieldError(
                    $"{row}: reason", "unknown-value", "must be unsubscribed, stopped, bounced, complaint or byHand."));
            else if (addresses.Normal(company, way, cell) is not { } normal)
                errors.Add(new FieldError($"{row}: address", "invalid-value", $"is not {ChannelInfo.Of(way).Address?.One}."));
            else
                lines.Add(new SuppressionLine(
                    way, normal, reason.Value, WrittenMoment.Read(Cell("at")), Cell("source") ?? "an imported list"));
            found = -1;
        }

        if (found == lines.Count) errors.Add(new FieldError($"{row}: address", "required", "every row needs an address."));
    }

    private static SuppressionReason? ReasonOf(string? said, Channel channel) => Letters(said ?? "") switch
    {
        "" or "unsubscribed" or "unsubscribe" or "optout" or "stopped" or "stop" => ChannelInfo.Of(channel).Consent?.No,
        "bounced" or "bounce" or "hardbounce" or "cleaned" or "invalid" => SuppressionReason.Bounced,
        "complaint" or "spam" or "complained" or "spamreport" => SuppressionReason.Complaint,
        "byhand" or "manual" or "blocked" or "suppressed" or "donotcontact" or "dnc" => SuppressionReason.ByHand,
        _ => null,
    };

    private static string Word(SuppressionReason reason) => System.Text.Json.JsonSerializer.SerializeToElement(reason).GetString()!;

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Globalization", "CA1308", Justification = "Names of columns are written in lower case.")]
    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
