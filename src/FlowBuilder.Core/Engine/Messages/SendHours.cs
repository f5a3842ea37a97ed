using System.Collections.Immutable;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Engine.Messages;

/// <summary>Whether it is an hour in which a message may leave, and when it is one next.</summary>
internal static class SendHours
{
    private const int MostHops = 12;

    /// <summary>Judges a moment.</summary>
    /// <param name="windows">It must lie in all of them; none: any hour.</param>
    /// <param name="zones">Where the customer may live: it must be such an hour in all of them.</param>
    /// <param name="now">The moment.</param>
    /// <param name="skip">Outside the hours the message is left out instead of waiting.</param>
    public static SendVerdict Judge(ImmutableArray<AllowedHours> windows, ImmutableArray<TimeZoneInfo> zones, DateTimeOffset now, bool skip)
    {
        if (Outside(windows, zones, now) is not { } outside) return SendVerdict.Go;
        var between = $"{ClockWords.Of(outside.Window.From)} and {ClockWords.Of(outside.Window.To)}";
        var where = zones.Length == 1
            ? "where the customer lives"
            : $"in every time zone the customer may be in ({string.Join(", ", zones.Select(zone => zone.Id.Replace('_', ' ')))})";
        if (skip) return SendVerdict.Skip($"It was not between {between} {where}.");
        return Next(windows, zones, now) is { } next
            ? SendVerdict.PutOff(next, $"Waits until it is between {between} {where}.")
            : SendVerdict.Skip(
                zones.Length == 1
                    ? "The hours of this sequence and the hours the company allows never overlap."
                    : $"The allowed hours never overlap {where}. Set the customer's time zone.");
    }

    /// <summary>From the beginning of one window to that of the next, until it lies in all; null when they never meet.</summary>
    private static DateTimeOffset? Next(ImmutableArray<AllowedHours> windows, ImmutableArray<TimeZoneInfo> zones, DateTimeOffset now)
    {
        for (var hops = 0; hops < MostHops; hops++)
        {
            if (Outside(windows, zones, now) is not { } outside) return now;
            now = Begin(outside.Window, outside.Zone, now);
        }

        return null;
    }

    private static (AllowedHours Window, TimeZoneInfo Zone)? Outside(
        ImmutableArray<AllowedHours> windows, ImmutableArray<TimeZoneInfo> zones, DateTimeOffset now)
    {
        foreach (var window in windows)
            foreach (var zone in zones)
                if (!window.Contains(TimeOnly.FromDateTime(LocalClock.Local(now, zone)))) return (window, zone);
        return null;
    }

    private static DateTimeOffset Begin(AllowedHours hours, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = LocalClock.Local(now, zone);
        var next = LocalClock.Resolve(local.Date + hours.From.ToTimeSpan(), zone);
        return next > now ? next : LocalClock.Resolve(local.Date.AddDays(1) + hours.From.ToTimeSpan(), zone);
    }
}
