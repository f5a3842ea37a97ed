
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writer;

/// <summary>Settings of the installation that the engine writes itself.</summary>
internal sealed class WriteSettings(RawConnection connection)
{
    /// <summary>Product time, in ticks, at which the program last worked.</summary>
    public const string LastWorked = "last_worked";

    private readonly RawStatement _set = connection.Prepare(
        "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");

    private readonly RawStatement _remove = connection.Prepare("DELETE FROM settings WHERE name = ?1");

    public void Remove(string name) => _remove.Add(name).Run();

    public void Set(string name, string value) => _set.Add(name).Add(value).Run();
}
