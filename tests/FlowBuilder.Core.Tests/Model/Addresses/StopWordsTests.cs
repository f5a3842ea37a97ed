using CsCheck;
using FlowBuilder.Core.Model.Addresses;

namespace FlowBuilder.Core.Tests.Model.Addresses;

public sealed class StopWordsTests
{
    private static readonly string[] Words =
    [
        "STOP", "stop", "Stop", "StopAll", "stop all", "unsubscribe", "cancel", "end", "quit", "revoke", "opt out", "OPT-OUT", "OptOut",
        "opt_out", "remove", "please stop", "stop texting me", "Unsubscribe me", "Remove me",
        "arrêt", "ARRET", "arrêter", "désabonner", "désinscription", "stopp", "abmelden", "abbestellen", "kündigen", "alto", "baja",
        "cancelar", "dar de baja", "no more texts", "do not text me", "don’t text me", "S.T.O.P.", "s t o p",
    ];

    private static readonly Func<string, string>[] Decorations =
    [
        text => $"{text}.", text => $"{text},", text => $"{text}!!!", text => $"“{text}”", text => $"‘{text}’", text => $"\"{text}\"",
        text => $"({text})", text => $"{text} 🛑", text => $"🛑🛑{text}", text => $"{text}\u200b", text => $"\u00a0{text}\u00a0",
        text => $"\u202a{text}\u202c",
        text => $"{text}\nSent from my iPhone", text => $"{text}\r\n\r\nGet Outlook for iOS",
        text => $"{text}\n-- \nAnn Lee\nLee Plumbing, 12 Main St, Troy NY 12180",
        text => $"{text}\n> Your visit is tomorrow. Reply YES to confirm it, or call us.",
        text => $"{text}\n\nOn Mon, 30 Nov 2026 at 10:00, Green Valley <x@y.example> wrote:\n> Hello Ann, your visit is tomorrow",
        text => $"{text}\nVon meinem iPhone gesendet", text => $"{text}\nEnvoyé de mon iPhone", text => $"{text}\nEnviado desde mi iPhone",
        text => text.ToUpperInvariant(), text => $"\n\n{text}\n", text => $"*{text}*", text => $"- {text} -", text => $"{text}…",
    ];

    [Theory]
    [InlineData("un-subscribe")]
    [InlineData("UN SUBSCRIBE")]
    [InlineData("Un sub")]
    [InlineData("unsubscrbe")]
    [InlineData("unsubsrcibe")]
    [InlineData("Stoppp")]
    [InlineData("STOOOP")]
    [InlineData("ST0P")]
    [InlineData("do not call or text")]
    [InlineData("Desuscríbeme")]
    [InlineData("Bórrame por favor")]
    [InlineData("Quítame de la lista")]
    [InlineData("Cancelen")]
    [InlineData("no molesten")]
    [InlineData("Je me désabonne")]
    [InlineData("Désabonne moi")]
    [InlineData("Ne m'écrivez plus")]
    [InlineData("Retirez-moi")]
    [InlineData("Enlevez mon numéro")]
    [InlineData("Laissez-moi tranquille")]
    [InlineData("Stoppt das")]
    [InlineData("Melde mich ab")]
    [InlineData("Lass mich in Ruhe")]
    [InlineData("Schluss")]
    [InlineData("Will ich nicht mehr")]
    [InlineData("Stop,")]
    [InlineData("STOP🛑")]
    [InlineData("Stop\u200b")]
    [InlineData("\u00a0STOP\u00a0")]
    [InlineData("OPT-OUT")]
    [InlineData("‘STOP’")]
    [InlineData("STOP\nSent from my iPhone")]
    [InlineData("Stop. Thank you")]
    [InlineData("Please stop")]
    [InlineData("stop please")]
    [InlineData("Unsubscribe me")]
    [InlineData("Remove me")]
    [InlineData("stop texting me")]
    [InlineData("ARRET")]
    [InlineData("ALTO")]
    [InlineData("STOPP")]
    [InlineData("ＳＴＯＰ")]
    [InlineData("STOP\nAnn Lee\nLee Plumbing\n555-201-1234")]
    public void Reasonable_words_stop(string text) => StopWords.Read(text).ShouldBe(ReplyMeaning.Stop);

    [Theory]
    [InlineData("Could you please stop by the house at noon tomorrow?")]
    [InlineData("I would like to cancel the visit on Friday and book another")]
    public void A_longer_text_with_a_stop_word_is_for_a_person(string text) => StopWords.Read(text).ShouldBe(ReplyMeaning.Doubt);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Yes, please")]
    [InlineData("See you tomorrow")]
    [InlineData("Nonstop")]
    [InlineData("Thank you!\n> Reply STOP to end")]
    [InlineData("Liked “Hello Ann, your visit is tomorrow. Reply STOP to end”")]
    [InlineData("👍")]
    public void An_answer_is_an_answer(string? text) => StopWords.Read(text).ShouldBe(ReplyMeaning.Answer);

    [Theory]
    [InlineData("START", ReplyMeaning.Start)]
    [InlineData("Start!", ReplyMeaning.Start)]
    [InlineData("unstop", ReplyMeaning.Start)]
    [InlineData("yes", ReplyMeaning.Yes)]
    [InlineData("Yes.\nSent from my iPhone", ReplyMeaning.Yes)]
    [InlineData("start on Monday", ReplyMeaning.Answer)]
    public void The_way_back_is_the_word_alone(string text, ReplyMeaning meaning) => StopWords.Read(text).ShouldBe(meaning);

    [Fact]
    public void A_stop_word_stops_however_it_is_decorated() =>
        Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Decorations.Length - 1])
            .Sample(
                (word, decoration) =>
                    StopWords.Read(Decorations[decoration](Words[word])).ShouldBe(ReplyMeaning.Stop, Decorations[decoration](Words[word])),
                iter: 3_000);

    [Fact]
    public void Any_text_is_read() => Gen.String.Sample(text => Enum.IsDefined(StopWords.Read(text)).ShouldBeTrue(), iter: 10_000);
}
