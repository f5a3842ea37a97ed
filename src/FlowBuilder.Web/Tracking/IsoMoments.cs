using System.Globalization;

namespace FlowBuilder.Web.Tracking;

/// <summary>Reads ISO 8601 times; never guesses at other forms.</summary>
internal static class IsoMoments
{
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The instant in UTC; without an offset the text is UTC. Null when it is no date or before 1900.</summary>
    public static DateTimeOffset? Read(string text) =>
        text.Length is >= 10 and <= 40 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0])
        && (text.Length == 10 || text[10] is 'T' or 't' or ' ')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        && moment >= Earliest
            ? moment
            : null;
}
