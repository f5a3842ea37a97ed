using System.Text.RegularExpressions;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;
using FlowBuilder.Web.Api.Tracking;

namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>Turns the cells of one row into the traits of one customer.</summary>
internal static partial class ImportCells
{
    /// <summary>The customer's id as told in the row; null when there is none. What cannot be one is noted.</summary>
    public static string? Id(ImportRow row, IReadOnlyList<ImportColumn> columns, FaultList faults)
    {
        if (columns.FirstOrDefault(column => column.Target == ImportTargets.UserId) is not { } column
            || row.Cells[column.Index] is not { Length: > 0 } cell)
            return null;
        if (Exponent().IsMatch(cell))
            faults.Add(
                column.Target, "shortened-number",
                $"“{cell}” is a long number that a spreadsheet shortened, so its last digits are lost. Format the column as text and "
                    + $"export it again.");
        else if (cell.Length > TrackingLimits.Id)
            faults.Add(column.Target, "too-long", $"can have at most {TrackingLimits.Id} characters.");
        return IdText.Of(cell);
    }

    /// <summary>Everything else in the row.</summary>
    public static Properties Traits(ImportRow row, IReadOnlyList<ImportColumn> columns, FaultList faults)
    {
        var traits = Properties.Empty;
        var address = Address(row, columns);
        foreach (var group in columns.Where(
            column => column.Target.Length > 0 && column.Target != ImportTargets.UserId && !IsAddress(column.Target))
            .GroupBy(column => column.Target, StringComparer.Ordinal))
        {
            var cells = group.OrderBy(column => column.Rank)
                .Select(column => row.Cells[column.Index])
                .Where(cell => cell.Length > 0).ToArray();
            if (cells.Length == 0) continue;
            if (cells.Any(cell => cell.Contains('\0', StringComparison.Ordinal)))
            {
                faults.Add(group.Key, "null-character", "contains the character U+0000, which cannot be stored.");
                continue;
            }

            traits = With(traits, group.Key, cells, faults);
        }

        return address.Count > 0 ? traits.With("address", address) : traits;
    }

    /// <summary>What the row knows of noes said elsewhere, with their times where the cells are such.</summary>
    public static IReadOnlyList<ImportedNo> Noes(ImportRow row, IReadOnlyList<ImportColumn> columns, DayOrder order)
    {
        var noes = new List<ImportedNo>();
        foreach (var column in columns)
        {
            // Whatever stands there, a time or a reason too, means no; only a plain “no” means that it does not.
            if (row.Cells[column.Index] is not { Length: > 0 } cell || Flag(cell) == false) continue;
            var at = DateText.Read(cell, order)?.At(TimeZoneInfo.Utc);
            if (column.Target is ImportTargets.NoEmail or ImportTargets.NoContact)
                noes.Add(new ImportedNo(Channel.Email, HasBounced: false, at));
            if (column.Target is ImportTargets.NoText or ImportTargets.NoContact)
                noes.Add(new ImportedNo(Channel.Text, HasBounced: false, at));
            if (column.Target is ImportTargets.Bounced) noes.Add(new ImportedNo(Channel.Email, HasBounced: true, at));
        }

        return noes;
    }

    private static Properties With(Properties traits, string target, string[] cells, FaultList faults)
    {
        switch (target)
        {
            case "tags" or "add_tags" or "remove_tags":
                return traits.With(target, cells.SelectMany(Tags).Distinct(StringComparer.OrdinalIgnoreCase).ToArray());
            case "email_consent" or "sms_consent":
                if (traits.Members.ContainsKey(target)) return traits;
                if (Flag(cells[0]) is { } agreed) return traits.With(target, agreed);
                faults.Add(target, "wrong-type", "must be yes or no.");
                return traits;
            case ImportTargets.Bounced:
                return traits;
            case ImportTargets.NoEmail or ImportTargets.NoText or ImportTargets.NoContact:
                // Whatever stands there, a time or a reason too, means no; only a plain “no” means that it does not.
                if (cells.All(cell => Flag(cell) == false)) return traits;
                if (target != ImportTargets.NoText) traits = traits.With("email_consent", false);
                return target != ImportTargets.NoEmail ? traits.With("sms_consent", false) : traits;
            case ImportTargets.Email:
                return traits.With(target, First(cells[0], [" ::: ", ";", ","]));
            case ImportTargets.Phone:
                return traits.With(target, First(cells[0], [" ::: ", ";"]));
            case "birthday" when cells[0] is "0/0/00" or "0/0/0000" or "00/00/00" or "0000-00-00":
                return traits;
            default:
                return traits.With(target, cells[0]);
        }
    }

    private static Dictionary<string, string> Address(ImportRow row, IReadOnlyList<ImportColumn> columns)
    {
        var address = new Dictionary<string, string>(StringComparer.Ordinal);
        // One address is taken whole: the city of one and the street of another are nowhere.
        var place = columns.Where(
            column => column.Target.StartsWith("address.", StringComparison.Ordinal) && row.Cells[column.Index].Length > 0)
            .GroupBy(column => column.Group).OrderBy(group => group.Min(column => column.Rank)).FirstOrDefault();
        foreach (var part in place?.GroupBy(column => column.Target["address.".Length..], StringComparer.Ordinal) ?? [])
            address[part.Key] = part.Key == "street"
                ? string.Join(", ", part.Select(column => row.Cells[column.Index]))
                : row.Cells[part.First().Index];
        if (address.Count > 0
            || columns.FirstOrDefault(
                column => column.Target == ImportTargets.Address && row.Cells[column.Index].Length > 0) is not { } whole)
            return address;
        // Mailchimp writes the parts of an address with two blanks between them.
        var parts = row.Cells[whole.Index].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is 4 or 5 or 6)
        {
            var last = parts[^1].Length is 2 or 3 && parts[^1].All(char.IsAsciiLetter) ? parts.Length - 1 : parts.Length;
            if (last >= 4)
            {
                (address["street"], address["city"], address["state"], address["postal_code"]) =
                    (string.Join(", ", parts[..(last - 3)]), parts[last - 3], parts[last - 2], parts[last - 1]);
                if (last < parts.Length) address["country"] = parts[^1];
                return address;
            }
        }

        address["street"] = string.Join(", ", parts);
        return address;
    }

    private static IEnumerable<string> Tags(string cell) =>
        cell.Split([";", "|", ",", " ::: "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(tag => NameText.Of(tag.Trim('"', ':', ' ')))
            .Where(tag => tag.Length > 0 && !tag.StartsWith("* ", StringComparison.Ordinal));

    private static bool IsAddress(string target) =>
        target == ImportTargets.Address || target.StartsWith("address.", StringComparison.Ordinal);

    private static string First(string cell, string[] by) =>
        cell.Split(by, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : cell;

    private static bool? Flag(string cell) => cell.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "1" or "x" or "on" => true,
        "false" or "no" or "n" or "0" or "off" => false,
        _ => null,
    };

    [GeneratedRegex(@"^[+-]?[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();
}
