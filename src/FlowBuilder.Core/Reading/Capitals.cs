using System.Globalization;

namespace FlowBuilder.Core.Reading;

/// <summary>Words at the beginning of a sentence or a label.</summary>
public static class Capitals
{
    /// <summary>The text with a capital letter first.</summary>
    public static string First(string text) =>
        string.IsNullOrEmpty(text) ? "" : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
