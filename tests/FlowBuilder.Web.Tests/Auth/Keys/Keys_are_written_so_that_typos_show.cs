using System.Text.RegularExpressions;
using FlowBuilder.Application.Keys;
using FlowBuilder.Web.Auth.Keys;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Keys;

public sealed partial class Keys_are_written_so_that_typos_show
{
    [Fact]
    public void A_key_has_its_number_a_long_secret_and_a_checksum()
    {
        var text = KeyText.New(4097);
        Shape().IsMatch(text).ShouldBeTrue(text);
        text.ShouldStartWith(KeyText.PrefixOf(4097) + "_");
        KeyText.IsWhole(text).ShouldBeTrue();
        text.Length.ShouldBeLessThan(KeyRing.MaxSecretLength);
        KeyText.New(4097).ShouldNotBe(text);
    }

    [Theory]
    [InlineData(0, "fb_0")]
    [InlineData(61, "fb_z")]
    [InlineData(62, "fb_10")]
    [InlineData(long.MaxValue, "fb_AzL8n0Y58m7")]
    public void The_number_is_written_short(long number, string prefix)
    {
        KeyText.PrefixOf(number).ShouldBe(prefix);
        KeyText.IsWhole(KeyText.New(number)).ShouldBeTrue();
    }

    [Fact]
    public void Every_single_wrong_missing_or_swapped_character_shows()
    {
        var text = KeyText.New(7);
        for (var i = 3; i < text.Length; i++)
        {
            if (text[i] != '_') KeyText.IsWhole($"{text[..i]}{(text[i] == 'x' ? 'y' : 'x')}{text[(i + 1)..]}").ShouldBeFalse();
            KeyText.IsWhole(text.Remove(i, 1)).ShouldBeFalse();
            if (i + 1 < text.Length && text[i] != text[i + 1])
                KeyText.IsWhole($"{text[..i]}{text[i + 1]}{text[i]}{text[(i + 2)..]}").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("fb_")]
    [InlineData("fb__")]
    [InlineData("fb_7_")]
    [InlineData("sk_7_0000000000000000000000000000000000000000000000000")]
    [InlineData("fb_7_000000000000000000000000000000000000000000é000000")]
    public void What_is_no_key_is_none(string text) => KeyText.IsWhole(text).ShouldBeFalse();

    [GeneratedRegex("^fb_[0-9A-Za-z]+_[0-9A-Za-z]{49}$")]
    private static partial Regex Shape();
}
