
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>Settings of the installation.</summary>
internal sealed class ReadSettings(RawConnection connection)
{
    private readonly RawStatement _read = connection.Prepare("SELECT value FROM settings WHERE name = ?1");

    private readonly RawStatement _all = connection.Prepare("SELECT value FROM settings WHERE name >= ?1 AND name < ?2 ORDER BY name");

    /// <summary>The values of all settings whose names begin so; the beginning ends with a colon.</summary>
    public IReadOnlyList<string> ReadAll(string beginning)
    {
        var values = new List<string>();
        _all.Add(beginning).Add($"{beginning[..^1]};");
        while (_all.Read()) values.Add(_all.Text(0));
        return values;
    }

    public string? Read(string name)
    {
        if (!_read.Add(name).Read()) return null;
        var value = _read.Text(0);
        _read.Stop();
        return value;
    }
}
