using FlowBuilder.Runtime.Storage.Sqlite.Raw;

namespace FlowBuilder.Runtime.Storage.Sqlite.Reading;

/// <summary>Settings of the installation.</summary>
internal sealed class ReadSettings(RawConnection connection)
{
    private readonly RawStatement _read = connection.Prepare("SELECT value FROM settings WHERE name = ?1");

    public string? Read(string name)
    {
        if (!_read.Add(name).Read()) return null;
        var value = _read.Text(0);
        _read.Stop();
        return value;
    }
}
