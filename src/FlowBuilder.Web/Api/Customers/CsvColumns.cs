using System.Globalization;
using CsvHelper;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Tracking;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>The columns of an imported file and how a row of them becomes an identify event. Empty cells are left out.</summary>
internal sealed class CsvColumns
{
    private const int MaxColumns = 200;
    private static readonly string[] Addresses = ["street", "city", "state", "postal_code", "country"];
    private readonly string[] _names;

    private CsvColumns(string[] names) => _names = names;

    /// <summary>Reads the header; what is wrong with it goes into <paramref name="errors"/>.</summary>
    public static CsvColumns Read(string[] header, List<FieldError> errors)
    {
        var names = header.Select(cell => Names.OneLine(cell).Trim('\uFEFF') is var name && name is "userId" or "userid" or "id" or "User ID" or "user id" ? "user_id" : Names.OneLine(cell).Trim('\uFEFF')).ToArray();
        if (!names.Contains("user_id")) errors.Add(new FieldError("row 1", "required", "needs a column user_id: the customer's id in your system."));
        if (names.Length > MaxColumns) errors.Add(new FieldError("row 1", "too-many-columns", $"may have at most {MaxColumns} columns."));
        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1 || group.Key.Length == 0))
            errors.Add(new FieldError("row 1", twice.Key.Length == 0 ? "empty" : "named-twice", twice.Key.Length == 0 ? "has a column without a name." : $"has the column “{twice.Key}” twice."));
        return new CsvColumns(names);
    }

    /// <summary>The event of the current row; null when something is wrong with it.</summary>
    public IncomingEvent? ToEvent(CsvReader csv, Caller caller, CustomerLimits limits, DayOrder order, List<FieldError> errors)
    {
        var line = csv.Parser.Row.ToString(CultureInfo.InvariantCulture);
        var faults = new FaultList($"row {line}: ");
        var traits = Properties.Empty;
        var userId = "";
        var address = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var column = 0; column < _names.Length; column++)
        {
            var cell = csv.GetField(column) ?? "";
            if (cell.Length == 0) continue;
            var name = _names[column];
            if (cell.Contains('\0', StringComparison.Ordinal)) faults.Add(name, "null-character", "holds the character U+0000, which cannot be kept.");
            else if (name == "user_id") userId = IdText.Of(cell) ?? "";
            else if (name is "email_consent" or "sms_consent") traits = Flag(traits, name, cell, faults);
            else if (name is "tags" or "add_tags" or "remove_tags") traits = traits.With(name, cell.Split([';', '|', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            else if (name.StartsWith("address.", StringComparison.Ordinal)) address[name[8..]] = cell;
            else if (Addresses.Contains(name)) address[name] = cell;
            else traits = traits.With(name, cell);
        }

        if (address.Count > 0) traits = traits.With("address", address);
        traits = Traits.Checked(traits, faults, limits, order, "");
        if (Overfull.FirstBeyond(Properties.Empty, traits, limits) is { } beyond) faults.Add(beyond, "too-large", Overfull.FieldWords(beyond, limits));
        if (string.IsNullOrWhiteSpace(userId)) faults.Required("user_id", "every row needs the customer's id.");
        else if (userId.Length > TrackingLimits.Id) faults.Add("user_id", "too-long", $"may have at most {TrackingLimits.Id} characters.");
        errors.AddRange(faults.Errors);
        return faults.Any ? null : new IncomingEvent
        {
            Company = caller.Company, Source = caller.Source, MessageId = $"csv-{Guid.CreateVersion7():N}", UserId = userId,
            Kind = EventKind.Identify, Name = EventNames.Identify, Properties = traits, Imported = true,
        };
    }

    private static Properties Flag(Properties traits, string name, string cell, FaultList faults)
    {
        switch (cell.ToLowerInvariant())
        {
            case "true" or "yes" or "y" or "1":
                return traits.With(name, true);
            case "false" or "no" or "n" or "0":
                return traits.With(name, false);
            default:
                faults.Add(name, "wrong-type", "must be yes or no.");
                return traits;
        }
    }
}
