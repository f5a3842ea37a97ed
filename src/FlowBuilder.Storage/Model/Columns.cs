using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlowBuilder.Storage.Model;

/// <summary>
/// How values are stored on every database: names in snake_case, instants as 100-nanosecond ticks since the year 1 in UTC (exact, and
/// comparable in SQL), enums as numbers, sequence ids as 16 bytes on SQLite.
/// </summary>
internal static class Columns
{
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    private static readonly ValueConverter<DateTimeOffset, long> Ticks = new(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    public static void Build(ModelBuilder model, string provider)
    {
        foreach (var type in model.Model.GetEntityTypes())
        {
            if (type.IsMappedToJson()) continue;
            foreach (var property in type.GetProperties()) Store(property, provider);
            foreach (var key in type.GetKeys()) key.SetName($"pk_{type.GetTableName()}");
        }
    }

    /// <summary><c>ReadAt</c> to <c>read_at</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static void Store(IMutableProperty property, string provider)
    {
        property.SetColumnName(Snake(property.Name));
        // Our rows bring their keys; the framework's own (key ring, claims) are numbered by the database.
        if (property.DeclaringType.ClrType.Assembly == typeof(Columns).Assembly || property.ClrType != typeof(int))
            property.ValueGenerated = ValueGenerated.Never;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(DateTimeOffset)) property.SetValueConverter(Ticks);
        if (type == typeof(Guid) && provider == Sqlite) property.SetProviderClrType(typeof(byte[]));
        // Keys are compared letter by letter everywhere; SQL Server would otherwise ignore case.
        if (type == typeof(string) && provider == SqlServer && (property.IsKey() || property.IsIndex()))
            property.SetCollation("Latin1_General_100_BIN2");
    }
}
