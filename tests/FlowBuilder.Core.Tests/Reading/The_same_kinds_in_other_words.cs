using System.Globalization;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Tests.Reading;

/// <summary>The cases of the readers once more, with inputs nobody had in mind when the readers were written.</summary>
public sealed class The_same_kinds_in_other_words
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>B02.</summary>
    [Theory]
    [InlineData("Stop\tthanks")]
    [InlineData("please\u000bstop")]
    [InlineData("\u0085STOP\u0085")]
    [InlineData("STOP\u2028thanks")]
    [InlineData("STOP2END")]
    [InlineData("stop 2 end")]
    [InlineData("STOP STOP STOP")]
    [InlineData("stop!!!!! 😡")]
    [InlineData("S\u200bTOP")]
    [InlineData("ST\u00adOP")]
    [InlineData("Re: STOP")]
    [InlineData("<p>STOP</p>")]
    [InlineData("STOP - Ann Lee")]
    [InlineData("STOP/ARRET")]
    [InlineData("Opt me out")]
    [InlineData("opt\nout")]
    [InlineData("take me off your list")]
    [InlineData("delete my number")]
    [InlineData("don't contact me again")]
    [InlineData("wrong number, stop")]
    [InlineData("STOP\n\n________________________________\nFrom: Green <x@y.example>")]
    [InlineData("STOP\r\n\r\nVon: Green\r\nAn: Ann")]
    [InlineData("Stop\nSent via BlackBerry")]
    [InlineData("Stop.\n\nAnn Lee | Lee Plumbing | 555-1212")]
    [InlineData("ARRÊT SVP")]
    [InlineData("me désinscrire")]
    [InlineData("Kündigung")]
    [InlineData("Bitte abmelden")]
    [InlineData("keine SMS mehr")]
    [InlineData("Parar por favor")]
    [InlineData("No más mensajes")]
    [InlineData("darme de baja")]
    [InlineData("No quiero más mensajes")]
    [InlineData("Dejen de escribirme")]
    [InlineData("Ne m’envoyez plus rien")]
    [InlineData("Je ne veux plus recevoir")]
    [InlineData("Bitte keine Werbung mehr")]
    [InlineData("unsubscibe plz")]
    [InlineData("Discontinue.")]
    [InlineData("No more!")]
    public void A_no_is_a_no(string text) => StopWords.Read(text).ShouldBe(ReplyMeaning.Stop);

    [Theory]
    [InlineData("remove me from your list please", ReplyMeaning.Doubt)]
    [InlineData("My bus stop is right in front of the house", ReplyMeaning.Doubt)]
    [InlineData("Thursday\tworks", ReplyMeaning.Answer)]
    [InlineData("Weekend is fine", ReplyMeaning.Answer)]
    [InlineData("Are you coming tomorrow?", ReplyMeaning.Answer)]
    [InlineData("No more than two hours, please", ReplyMeaning.Answer)]
    public void What_may_be_none_is_for_a_person_and_an_answer_is_none(string text, ReplyMeaning meaning) =>
        StopWords.Read(text).ShouldBe(meaning);

    /// <summary>B04.</summary>
    [Theory]
    [InlineData("Text Message", Channel.Text)]
    [InlineData("text_messages", Channel.Text)]
    [InlineData("MMS", Channel.Text)]
    [InlineData("Cell", Channel.Text)]
    [InlineData("sms_marketing", Channel.Text)]
    [InlineData("E-Mail", Channel.Email)]
    [InlineData("email_marketing", Channel.Email)]
    [InlineData("whatsapp", null)]
    [InlineData("push", null)]
    public void Channels_by_their_names(string said, Channel? channel) => ChannelNames.Read(said).ShouldBe(channel);

    /// <summary>T04, T05, I06: all of them 5 December 2026, half past two in the afternoon in Greenwich.</summary>
    [Theory]
    [InlineData("Sat, 5 Dec 2026 09:30:00 EST")]
    [InlineData("Sat, 5 Dec 2026 08:30:00 CST")]
    [InlineData("Sat, 5 Dec 2026 07:30:00 PDT")]
    [InlineData("2026-12-05 9:30:00 AM EST")]
    [InlineData("Sat Dec 05 09:30:00 EST 2026")]
    [InlineData("2026-12-05T09:30:00−05:00")]
    [InlineData("2026-12-05T20:00:00+05:30")]
    [InlineData("2026-12-05 14:30:00Z")]
    [InlineData("2026-12-05T14:30:00.000+0000")]
    [InlineData("2026-12-05 14:30:00.000000+00")]
    [InlineData("2026-12-05T14:30:00Z[UTC]")]
    [InlineData("1796481000.000")]
    [InlineData("12/5/2026, 9:30:00\u202fAM")]
    [InlineData("Dec. 5, 2026 9:30 a.m.")]
    [InlineData("Saturday, December 5, 2026 9:30 AM")]
    [InlineData("2026.12.05 09:30")]
    [InlineData("12 / 05 / 2026 09:30")]
    [InlineData("\u200e12/5/2026 9:30")]
    public void A_moment_is_that_moment(string text) =>
        Values.AsMoment(text, new ReadingRules(NewYork)).ShouldBe(new DateTimeOffset(2026, 12, 5, 14, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("2026.12.05")]
    [InlineData("5/Dec/2026")]
    [InlineData("Dec-05-2026")]
    [InlineData("5th of December 2026")]
    [InlineData("Saturday, 5 December 2026")]
    [InlineData("12 / 05 / 2026")]
    [InlineData("2026-12-5")]
    public void A_day_is_that_day(string text) =>
        DateText.Read(text, DayOrder.MonthFirst).ShouldNotBeNull().ShouldBe(new WrittenDate(new DateTime(2026, 12, 5), false, null));

    [Theory]
    [InlineData("next Tuesday")]
    [InlineData("TBD")]
    [InlineData("13.13.2026")]
    [InlineData("0000-00-00")]
    [InlineData("2026-12-05 25:00")]
    [InlineData("12/05/2026 - 12/06/2026")]
    [InlineData("1796481000 USD")]
    [InlineData("2026-12-05 10:00 XST")]
    [InlineData("5 Dec 2026 EST")]
    [InlineData("2026.13.05")]
    [InlineData("192.168.1.10")]
    [InlineData("1.250.000")]
    public void What_is_no_date_is_none(string text) => DateText.Read(text, DayOrder.MonthFirst).ShouldBeNull();

    /// <summary>N01, N02.</summary>
    [Theory]
    [InlineData("R$ 1.234,56", "1234.56")]
    [InlineData("1.234,56 kr", "1234.56")]
    [InlineData("CHF 1'234.50", "1234.50")]
    [InlineData("EUR1.250,00", "1250.00")]
    [InlineData("12,50EUR", "12.50")]
    [InlineData("US$ 1,250.00", "1250.00")]
    [InlineData("１２５０", "1250")]
    [InlineData("１,２５０.５０", "1250.50")]
    [InlineData("١٢٥٠", "1250")]
    [InlineData("−€5", "-5")]
    [InlineData("12.50-", "-12.50")]
    [InlineData("($5)", "-5")]
    [InlineData("3,14", "3.14")]
    [InlineData("1 234 567,89", "1234567.89")]
    [InlineData("1\u2009250", "1250")]
    public void A_number_is_that_number(string text, string number) =>
        NumberText.Read(text).ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("10%")]
    [InlineData("1.5k")]
    [InlineData("5 dollars")]
    [InlineData("12 50")]
    [InlineData("1,250,00")]
    [InlineData("-(5)")]
    [InlineData("½")]
    [InlineData("NaN")]
    public void What_is_no_number_is_none(string text) => NumberText.Read(text).ShouldBeNull();

    /// <summary>R13: spreadsheets tell numbers as texts.</summary>
    [Theory]
    [InlineData("120", "120.00", true)]
    [InlineData("1,250.00", "1 250", true)]
    [InlineData("12,5", "12.50", true)]
    [InlineData("−5", "-5.0", true)]
    [InlineData("02134", "2134", false)]
    [InlineData("007", "7", false)]
    [InlineData("0.5", "0,50", true)]
    [InlineData("$5", "5 EUR", false)]
    [InlineData("1E5", "100000", false)]
    [InlineData("A1", "A1.0", false)]
    [InlineData("120", "121", false)]
    [InlineData("-", "--", false)]
    public void Two_texts_that_spell_one_number_are_the_same(string one, string other, bool same)
    {
        foreach (var (left, right) in ((string, string)[])[(one, other), (other, one)])
        {
            var (value, wanted) =
                (System.Text.Json.JsonSerializer.SerializeToElement(left), System.Text.Json.JsonSerializer.SerializeToElement(right));
            Comparison.Same(value, wanted, new ReadingRules(NewYork)).ShouldBe(same);
            Comparison.Unchanged(value, wanted, new ReadingRules(NewYork)).ShouldBe(same);
        }
    }

    /// <summary>T02.</summary>
    [Theory]
    [InlineData("EST/EDT", "America/New_York")]
    [InlineData("PST / PDT", "America/Los_Angeles")]
    [InlineData("America/Los_Angeles (PDT)", "America/Los_Angeles")]
    [InlineData("America\\/Denver", "America/Denver")]
    [InlineData("Indiana (East)", "America/Indiana/Indianapolis")]
    [InlineData("Eastern Standard Time (Mexico)", "America/Cancun")]
    [InlineData("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam")]
    [InlineData("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London")]
    [InlineData("(UTC-05:00) Bogota, Lima, Quito, Rio Branco", "America/Bogota")]
    [InlineData("Europe/Kyiv", "Europe/Kiev")]
    [InlineData("Atlantic Time (Canada)", "America/Halifax")]
    public void A_zone_is_that_zone(string text, string iana) =>
        ZoneText.Read(text).ShouldHaveSingleItem().HasSameRules(TimeZoneInfo.FindSystemTimeZoneById(iana)).ShouldBeTrue(text);

    [Theory]
    [InlineData("UTC−05:00", -300)]
    [InlineData("UTC -8", -480)]
    [InlineData("(UTC+01:00) Nowhere, No one", 60)]
    public void An_offset_is_that_offset(string text, int minutes) =>
        ZoneText.Read(text).ShouldHaveSingleItem().BaseUtcOffset.ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("NYC")]
    [InlineData("Paris, Texas")]
    [InlineData("EST/nonsense")]
    [InlineData("undefined")]
    [InlineData("8")]
    public void What_is_no_zone_is_none(string text) => ZoneText.Read(text).ShouldBeEmpty();

    /// <summary>I01, I02.</summary>
    [Theory]
    [InlineData("undefined\n")]
    [InlineData("{undefined}")]
    [InlineData("`undefined`")]
    [InlineData("None.")]
    [InlineData("nil;")]
    [InlineData("-nan")]
    [InlineData("NA")]
    [InlineData("n\\a")]
    [InlineData("N / A")]
    [InlineData("(blank)")]
    [InlineData("null-null")]
    [InlineData("undefined_undefined")]
    [InlineData("null:null")]
    [InlineData("[object Promise]")]
    [InlineData("[[id]]")]
    [InlineData("%%user_id%%")]
    [InlineData("{id}")]
    [InlineData("%recipient.id%")]
    [InlineData("#VALUE!")]
    [InlineData("—")]
    public void Nobodys_id_is_none(string written) => IdText.Of(written).ShouldBeNull();

    [Theory]
    [InlineData("null-1", "null-1")]
    [InlineData("Nadia", "Nadia")]
    [InlineData("na@example.com", "na@example.com")]
    [InlineData("id-7", "id-7")]
    [InlineData("A-0", "A-0")]
    [InlineData("INV.", "INV.")]
    [InlineData("100%", "100%")]
    [InlineData("1001.000", "1001")]
    public void Somebodys_id_is_theirs(string written, string id) => IdText.Of(written).ShouldBe(id);
}
