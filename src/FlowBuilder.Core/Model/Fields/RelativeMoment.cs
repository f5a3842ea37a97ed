using System.Text.Json;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>Dates relative to now, written as durations: <c>-P30D</c> is 30 days ago, <c>P7D</c> in 7 days.</summary>
internal static class RelativeMoment
{
    public static bool TryRead(JsonElement value, out Duration distance)
    {
        distance = default;
        return value.ValueKind == JsonValueKind.String
            && Values.AsText(value) is { Length: > 2 } text
            && text[0] is 'P' or '-' or '+'
            && Duration.TryParse(text, out distance);
    }

    /// <summary>The first instant from which “now + distance” has reached a moment.</summary>
    public static DateTimeOffset? Reaches(Duration distance, DateTimeOffset moment)
    {
        var guess = distance.Negate().Reach(moment);
        if (distance.Reach(guess) != moment || distance.Months != 0)
        {
            // Months clamp at the ends of months, so going back the same way may land beside: halve the way to the exact instant.
            var low = Duration.OfDays(-40).Reach(guess).Ticks;
            var high = Duration.OfDays(40).Reach(guess).Ticks;
            if (distance.Reach(At(high)) < moment) return null;
            while (high - low > 1)
            {
                var middle = low + ((high - low) / 2);
                if (distance.Reach(At(middle)) >= moment) high = middle;
                else low = middle;
            }

            guess = At(high);
        }

        return guess;
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
