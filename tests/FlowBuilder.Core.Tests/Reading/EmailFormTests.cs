using CsCheck;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Tests.Reading;

public sealed class EmailFormTests
{
    /// <summary>What comes around and into addresses on the way from people, spreadsheets and other programs.</summary>
    private static readonly Func<string, string>[] Spellings =
    [
        text => $"  {text} ", text => $"\u00a0{text}\u3000", text => $"\u202a{text}\u202c", text => $"\ufeff{text}",
        text => text.Insert(text.Length / 2, "\u200b"), text => text.Insert(1, "\u00ad"),
        text => $"<{text}>", text => $"Ann Lee <{text}>", text => $"\"Lee, Ann\" <{text}>", text => $"mailto:{text}",
        text => $"MAILTO:{text}?subject=Hi", text => $"'{text}'", text => $"{text},", text => $"{text}.", text => $"{text};",
        text => text.ToUpperInvariant(), text => text.Replace("@", " @ ", StringComparison.Ordinal),
        text => text.Replace("@", "＠", StringComparison.Ordinal), text => $"{text}\t", text => $"\r\n{text}",
    ];

    private static readonly string[] Domains =
    [
        "example.com", "mail.example.co.uk", "bücher.example", "例え.example", "xn--bcher-kva.example", "localhost"
    ];

    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789.+-_éßü";

    private static readonly Gen<string> Address =
        Gen.Select(
            Gen.Int[0, Letters.Length - 1].Array[1, 20], Gen.Int[0, Domains.Length - 1],
            (local, domain) => $"a{string.Concat(local.Select(at => Letters[at]))}z@{Domains[domain]}");

    [Theory]
    [InlineData("Ann@Example.COM", "Ann@example.com")]
    [InlineData("ann@bücher.example", "ann@xn--bcher-kva.example")]
    [InlineData("Ann\u200b@example.com", "Ann@example.com")]
    [InlineData("\u202aann@example.com\u202c", "ann@example.com")]
    [InlineData("\u00a0ann@example.com\u00a0", "ann@example.com")]
    [InlineData("Ann Lee <ann@example.com>", "ann@example.com")]
    [InlineData("mailto:ann@example.com?subject=x", "ann@example.com")]
    [InlineData("ann@example.com.", "ann@example.com")]
    public void One_form_is_written_to(string typed, string form) => EmailForm.Of(typed).ShouldBe(form);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("none")]
    [InlineData("ann")]
    [InlineData("@example.com")]
    [InlineData("ann@")]
    [InlineData("ann lee@example.com")]
    [InlineData("ann@example.com, bob@example.com")]
    [InlineData("ann@exa mple.com")]
    [InlineData("ann@@")]
    [InlineData("ann@b..c")]
    [InlineData("ann@-b.c")]
    [InlineData("ann@b-.c")]
    [InlineData("ann@b@c")]
    public void What_cannot_be_one_is_none(string? typed) => EmailForm.Of(typed).ShouldBeNull();

    [Fact]
    public void Broken_letters_are_none()
    {
        EmailForm.Of("ann\ud800@example.com").ShouldBeNull();
        EmailForm.Of("ann\ufffd@example.com").ShouldBeNull();
    }

    [Fact]
    public void All_spellings_of_one_address_have_one_key() =>
        Gen.Select(Address, Gen.Int[0, Spellings.Length - 1], Gen.Int[0, Spellings.Length - 1]).Sample((address, one, other) =>
        {
            var key = EmailForm.Key(address).ShouldNotBeNull();
            EmailForm.Key(Spellings[one](address)).ShouldBe(key, $"{Spellings[one](address)}");
            EmailForm.Key(Spellings[other](Spellings[one](address))).ShouldBe(key, Spellings[other](Spellings[one](address)));
        }, iter: 3_000);

    [Fact]
    public void The_form_of_a_form_is_the_same() => Gen.OneOf(Address, Gen.String).Sample(typed =>
    {
        if (EmailForm.Of(typed) is not { } form) return;
        EmailForm.Of(form).ShouldBe(form);
        EmailForm.Key(EmailForm.Key(form)).ShouldBe(EmailForm.Key(form));
    }, iter: 10_000);
}
