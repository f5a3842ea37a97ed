using FlowBuilder.Application.Reviews;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Web.Components.Reviews.Detail;

/// <summary>What one of several alike reviews says that the first does not: names, totals, addresses.</summary>
internal static class AlikeDifferences
{
    private const int MostLines = 4;
    private const int LongestLine = 160;

    /// <summary>In the order of the messages; empty when they say the same.</summary>
    public static IReadOnlyList<string> Of(ReviewItem sample, ReviewItem item)
    {
        var found = new List<string>();
        for (var i = 0; i < item.Messages.Length && found.Count < MostLines; i++)
        {
            var (message, like) = (item.Messages[i], i < sample.Messages.Length ? sample.Messages[i] : null);
            if (message.Subject is { } subject && subject != like?.Subject) found.Add(Short(subject));
            found.AddRange(Lines(message)
                .Except(like is null ? [] : Lines(like))
                .Take(MostLines - Math.Min(found.Count, MostLines))
                .Select(Short));
        }

        return found.Count > MostLines ? found[..MostLines] : found;
    }

    private static IEnumerable<string> Lines(PreviewedMessage message) =>
        message.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.Contains("/u/", StringComparison.Ordinal));

    private static string Short(string line) => line.Length <= LongestLine ? line : line[..LongestLine] + "…";
}
