using System.Globalization;
using System.Text;
using CsvHelper;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>Reads an exported file as a spreadsheet would.</summary>
internal static class CsvText
{
    /// <summary>The rows, by the names of their columns.</summary>
    public static List<Dictionary<string, string>> Read(byte[] file)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(file), Encoding.UTF8), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!));
        return rows;
    }
}
