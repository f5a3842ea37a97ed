using System.Globalization;

namespace FlowBuilder.Application.Reviews;

/// <summary>A place in the queue, behind which the next page begins.</summary>
/// <param name="At">In views by time: the time of the last line.</param>
/// <param name="Id">Number of the last line.</param>
public sealed record ReviewPlace(DateTimeOffset? At, long Id)
{
    public static ReviewPlace? Read(string? text)
    {
        var parts = (text ?? "").Split('.');
        if (!long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
        if (parts.Length == 1) return new ReviewPlace(null, id);
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new ReviewPlace(new DateTimeOffset(ticks, TimeSpan.Zero), id) : null;
    }

    public override string ToString() =>
        At is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}.{Id}") : Id.ToString(CultureInfo.InvariantCulture);
}
