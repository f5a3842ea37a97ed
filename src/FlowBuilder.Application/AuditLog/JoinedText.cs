using System.Globalization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.AuditLog;

/// <summary>
/// The line of a merge. Sealed it names the other customer by number, as every line names customers; shown it says who that was, from the
/// history of the one who stayed. Once that person is erased there is nobody to name.
/// </summary>
internal static class JoinedText
{
    /// <summary>The action of such a line.</summary>
    public const string Action = "customer.merge";

    /// <summary>What stands before and behind the number: as it is written today, then as it was. A
    /// sealed line never changes, so no way of writing is taken out of here.</summary>
    private static readonly (string Before, string After)[] Spellings =
    [
        ("merged customer ", " into a customer"), ("joined customer ", " to a customer")
    ];

    private const string Gone = "a customer who is no longer here";

    /// <summary>The words as they are sealed.</summary>
    public static string Written(CustomerId other) => $"{Spellings[0].Before}{other}{Spellings[0].After}";

    /// <summary>The words as they are shown.</summary>
    /// <param name="line">Any line.</param>
    /// <param name="joined">Who was joined, by number.</param>
    public static string Shown(AuditLine line, IReadOnlyDictionary<long, string> joined) =>
        Other(line) is { } other ? $"merged {joined.GetValueOrDefault(other, Gone)}{Spellings[0].After}" : line.Words;

    /// <summary>Who was joined by these lines, as far as the one who stayed is still here.</summary>
    /// <param name="context">The company's.</param>
    /// <param name="lines">A page of them.</param>
    /// <param name="stands">To whom a number leads today.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyDictionary<long, string>> ReadAsync(
        FlowBuilderContext context, IEnumerable<AuditLine> lines, Func<string?, long?> stands, CancellationToken cancellation)
    {
        var merges = lines.Select(line => (Other: Other(line), Stays: stands(line.Subject)))
            .Where(merge => merge is { Other: not null, Stays: not null }).ToArray();
        if (merges.Length == 0) return new Dictionary<long, string>();
        var (stay, go) = (merges.Select(
            merge => merge.Stays!.Value).Distinct().ToArray(), merges.Select(merge => merge.Other!.Value).Distinct().ToArray());
        var events = await context.Events.AsNoTracking()
            .Where(row => stay.Contains(row.CustomerId) && row.Merges != null && go.Contains(row.Merges.Value))
            .Select(row => new { Other = row.Merges!.Value, row.Properties }).ToListAsync(cancellation);
        var joined = new Dictionary<long, string>();
        foreach (var one in events)
            if (AliasPhrases.WhoJoined(Properties.Parse(one.Properties)) is { Length: > 0 } who) joined[one.Other] = who;
        return joined;
    }

    private static long? Other(AuditLine line)
    {
        if (line.Action != Action) return null;
        foreach (var (before, after) in Spellings)
            if (line.Words.StartsWith(before, StringComparison.Ordinal) && line.Words.EndsWith(after, StringComparison.Ordinal)
                && long.TryParse(
                    line.Words.AsSpan(before.Length, line.Words.Length - before.Length - after.Length), NumberStyles.None,
                    CultureInfo.InvariantCulture, out var number))
                return number;
        return null;
    }
}
