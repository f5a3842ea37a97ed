using System.Collections.Immutable;
using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Messages;

/// <summary>Whether it is an hour in which a message may leave, and when it is one next.</summary>
internal static class SendHours
{
    private const int MostHops = 6;

    /// <summary>Judges a moment.</summary>
    /// <param name="windows">It must lie in all of them; none: any hour.</param>
    /// <param name="zone">Where the customer lives.</param>
    /// <param name="now">The moment.</param>
    /// <param name="skip">Outside the hours the message is left out instead of waiting.</param>
    public static SendVerdict Judge(ImmutableArray<AllowedHours> windows, TimeZoneInfo zone, DateTimeOffset now, bool skip)
    {
        if (Outside(windows, zone, now) is not { } window) return SendVerdict.Go;
        var between = $"{window.From:HH\\:mm} and {window.To:HH\\:mm}";
        if (skip) return SendVerdict.Skip($"It was not between {between} where the customer lives.");
        return Next(windows, zone, now) is { } next
            ? SendVerdict.PutOff(next, $"Waits until it is between {between} where the customer lives.")
            : SendVerdict.Skip("The hours of this sequence and those the company allows never meet.");
    }

    /// <summary>From the beginning of one window to that of the next, until it lies in all; null when they never meet.</summary>
    private static DateTimeOffset? Next(ImmutableArray<AllowedHours> windows, TimeZoneInfo zone, DateTimeOffset now)
    {
        for (var hops = 0; hops < MostHops; hops++)
        {
            if (Outside(windows, zone, now) is not { } window) return now;
            now = Begin(window, zone, now);
        }

        return null;
    }

    private static AllowedHours? Outside(ImmutableArray<AllowedHours> windows, TimeZoneInfo zone, DateTimeOffset now)
    {
        var time = TimeOnly.FromDateTime(LocalClock.Local(now, zone));
        return windows.FirstOrDefault(window => !window.Contains(time));
    }

    private static DateTimeOffset Begin(AllowedHours hours, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = LocalClock.Local(now, zone);
        var next = LocalClock.Resolve(local.Date + hours.From.ToTimeSpan(), zone);
        return next > now ? next : LocalClock.Resolve(local.Date.AddDays(1) + hours.From.ToTimeSpan(), zone);
    }
}
