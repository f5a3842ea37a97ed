using System.Globalization;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>Parameters of a statement.</summary>
internal static class Parameters
{
    /// <summary><c>?1, ?2</c> and so on.</summary>
    /// <param name="last">Number of the last.</param>
    public static string To(int last) =>
        string.Join(", ", Enumerable.Range(1, last).Select(number => string.Create(CultureInfo.InvariantCulture, $"?{number}")));
}
