using System.Globalization;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writer;

/// <summary>The number of partitions is fixed when the database is first used: customers' rows carry theirs.</summary>
internal static class PartitionCount
{
    private const string Name = "partitions";

    /// <exception cref="DatabaseRefusedException">The database was made with another number.</exception>
    public static void Settle(RawConnection connection, int partitions)
    {
        var settle = connection.Prepare(
            "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = value RETURNING value");
        settle.Add(Name).Add(partitions.ToString(CultureInfo.InvariantCulture)).Read();
        var stored = settle.Text(0);
        settle.Stop();
        if (stored != partitions.ToString(CultureInfo.InvariantCulture))
            throw new DatabaseRefusedException(
                $"Engine:Partitions is {partitions}, but this database was made with {stored}. Set Engine:Partitions to {stored}.");
    }
}
