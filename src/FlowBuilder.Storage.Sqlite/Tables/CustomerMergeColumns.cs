using System.Globalization;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>
/// What becomes of each column of <c>customers</c> when two of them are joined. A test holds that
/// none of <see cref="CustomerColumns"/> is missing.
/// </summary>
internal static class CustomerMergeColumns
{
    /// <summary>The survivor's own, and else the other's.</summary>
    private const string Either = "COALESCE(kept.{0}, other.{0})";

    /// <summary>True when it is of one of the two.</summary>
    private const string AnyTrue = "MAX(kept.{0}, other.{0})";

    /// <summary>The other's no beats a yes; else <see cref="Either"/>.</summary>
    private const string NoWins = "CASE WHEN other.{0} = 0 THEN 0 ELSE COALESCE(kept.{0}, other.{0}) END";

    /// <summary>The survivor's stays.</summary>
    private const string? Kept = null;

    /// <summary>Worked out anew from the joined fields, and bound.</summary>
    private const string Worked = "?";

    private static readonly (string Name, string? Survivor, string? Merged)[] All =
    [
        ("user_id", Kept, "NULL"),
        ("fields", Worked, "'{}'"),
        ("stamps", Kept, "NULL"),
        ("email_consent", NoWins, null),
        ("text_consent", NoWins, null),
        ("unsubscribed", AnyTrue, null),
        ("text_stopped", AnyTrue, null),
        ("automations_off", AnyTrue, null),
        ("added_at", Either, null),
        ("name", Worked, "''"),
        ("email", Either, "NULL"),
        ("phone", Either, "NULL"),
        ("status", Either, "NULL"),
        ("type", Either, "NULL"),
        ("assigned_to", Either, "NULL"),
        ("search_text", Worked, "''"),
        ("email_hash", Worked, "''"),
        ("phone_hash", Worked, "''"),
    ];

    private static readonly Column<IndexedCustomer>[] Bound =
        [
            .. All.Where(column => column.Survivor == Worked)
                .Select(column => CustomerColumns.Moving.Concat(CustomerColumns.Derived).Single(one => one.Names[0] == column.Name)),
        ];

    /// <summary>Names of all columns a word is said about.</summary>
    public static IEnumerable<string> Names => All.Select(column => column.Name);

    /// <summary>What the survivor's row (<c>kept</c>) becomes beside the other's (<c>other</c>).</summary>
    /// <param name="from">Number of the first parameter; see <see cref="Bind"/>.</param>
    public static string Survivor(int from) =>
        string.Join(", ", All.Where(column => column.Survivor is not null).Select(column => column.Survivor == Worked
            ? string.Create(CultureInfo.InvariantCulture, $"{column.Name} = ?{from++}")
            : $"{column.Name} = {string.Format(CultureInfo.InvariantCulture, column.Survivor!, column.Name)}"));

    /// <summary>What the merged customer's row becomes: nothing of the person stays in it.</summary>
    public static string Merged() =>
        string.Join(", ", All.Where(column => column.Merged is not null).Select(column => $"{column.Name} = {column.Merged}"));

    /// <summary>Adds what was worked out anew.</summary>
    public static RawStatement Bind(RawStatement to, IndexedCustomer survivor)
    {
        foreach (var column in Bound) column.Bind(to, survivor);
        return to;
    }
}
