using System.Collections;
using System.Globalization;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>
/// Columns of a table, in order: the one list from which inserting, updating and reading take names and places. Who reads takes a row's
/// values in the same order (<see cref="RowCursor"/>), so no statement counts columns by hand.
/// </summary>
/// <typeparam name="T">What a row is made of.</typeparam>
internal sealed class TableColumns<T> : IEnumerable<Column<T>>
{
    private readonly List<Column<T>> _columns = [];

    /// <summary>Places the columns take.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a column.</summary>
    /// <param name="name">Its name, or several with commas between where one value fills them.</param>
    /// <param name="bind">Adds its value to a statement.</param>
    /// <param name="update">What it becomes when the row is changed, <c>{0}</c> for the new value; null: the new value.</param>
    public void Add(string name, Action<RawStatement, T> bind, string? update = null)
    {
        var column = new Column<T>(name.Split(", "), bind, update);
        _columns.Add(column);
        Count += column.Names.Length;
    }

    /// <summary>The names, with commas between.</summary>
    /// <param name="table">What stands before each: the table's short name.</param>
    public string Names(string? table = null) => string.Join(", ", All.Select(name => table is null ? name : $"{table}.{name}"));

    /// <summary>Parameters for all of them, with commas between.</summary>
    /// <param name="from">Number of the first.</param>
    public string Parameters(int from) => string.Join(", ", Enumerable.Range(from, Count).Select(Parameter));

    /// <summary>What stands behind <c>SET</c>.</summary>
    /// <param name="from">Number of the first parameter.</param>
    public string Sets(int from) =>
        string.Join(", ", _columns.SelectMany(column => column.Names.Select(name => (name, column.Update)))
            .Select(
                (column, place) =>
                    $"{column.name} = {string.Format(CultureInfo.InvariantCulture, column.Update ?? "{0}", Parameter(from + place))}"));

    /// <summary>What stands behind <c>DO UPDATE SET</c>.</summary>
    public string Excluded() => string.Join(", ", All.Select(name => $"{name} = excluded.{name}"));

    /// <summary>The place of a column among them, 0 for the first.</summary>
    public int PlaceOf(string name) =>
        All.ToList().IndexOf(name) is >= 0 and var place
            ? place
            : throw new ArgumentException($"There is no column {name} among {Names()}.", nameof(name));

    /// <summary>Adds the values of all columns to a statement.</summary>
    public RawStatement Bind(RawStatement to, T row)
    {
        foreach (var column in _columns) column.Bind(to, row);
        return to;
    }

    /// <inheritdoc />
    public IEnumerator<Column<T>> GetEnumerator() => _columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<string> All => _columns.SelectMany(column => column.Names);

    private static string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"?{number}");
}

/// <summary>A column, or several that one value fills.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Bind">Adds the value to a statement.</param>
/// <param name="Update">What they become when the row is changed; null: the new value.</param>
internal sealed record Column<T>(string[] Names, Action<RawStatement, T> Bind, string? Update);
