using CsCheck;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Tests.Reading;

/// <summary>
/// Whatever is sent, a reader answers with what it is or with none: an exception would be a 500 at the door and a broken turn behind it.
/// The texts are made of what readers look for, with digits of other scripts, signs and numbers beyond every range among them.
/// </summary>
public sealed class Readers_never_break
{
    private static readonly string[] Pieces =
    [
        "0", "1", "9", "12", "99", "２", "०", "٣", "-", "+", "\u2212", ":", ".", ",", "/", " ", "T", "Z", "UTC", "GMT", "(", ")", "[", "]",
        "am", "PM", "Dec", "December", "Mon", "$", "€", "USD", "%",
        "2026", "２０２６", "0001", "9999", "-0001", "31", "14:59", "24", "60", "1796481000", "999999999999999", "-62135596800", "/Date(", "@",
        "ext", "#", "P", "PT", "D", "H", "M", "S", "9999999", "\u200b", "e", "E+", "null",
    ];

    [Fact]
    public void Any_text_is_something_or_nothing() =>
        Gen.Int[0, Pieces.Length - 1].Array[1, 8].Select(parts => string.Concat(parts.Select(part => Pieces[part]))).Sample(text =>
        {
            foreach (var order in Enum.GetValues<DayOrder>()) _ = DateText.Read(text, order)?.At(TimeZoneInfo.Utc);
            _ = ZoneText.Read(text);
            _ = NumberText.Read(text);
            _ = IdText.Of(text);
            _ = Duration.TryParse("P" + text, out _);
            _ = Duration.TryParse(text, out _);
            _ = EmailForm.Of(text);
            _ = StopWords.Read(text);
            foreach (var member in (string[])["bounce_type", "status", "reason", "bounce_class"])
                _ = Bounce.Read(Properties.Of(member, text));
        }, iter: 200_000);
}
