using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Runtime.Tests.Channels;
using FlowBuilder.Runtime.Tests.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Links;

public sealed class Link_tokens
{
    private static readonly LinkToken Token = new(LinkUse.Click, new(7), new(41), new(5), 3);

    [Fact]
    public void Come_back_as_they_went_out()
    {
        var text = Sample.Tokens.Write(Token);
        text.ShouldMatch("^[A-Za-z0-9_-]+$");
        Sample.Tokens.Read(text, LinkUse.Click).ShouldBe(Token);
        var large = new LinkToken(LinkUse.Open, new(int.MaxValue), new(long.MaxValue), new(long.MaxValue), int.MaxValue);
        Sample.Tokens.Read(Sample.Tokens.Write(large), LinkUse.Open).ShouldBe(large);
        new LinkTokens(new LinkKey([.. Enumerable.Range(1, 32).Select(i => (byte)i)]))
            .Read(text, LinkUse.Click)
            .ShouldBe(Token, "after a restart too");
    }

    [Fact]
    public void For_one_use_or_from_another_installation_are_void()
    {
        var text = Sample.Tokens.Write(Token);
        Sample.Tokens.Read(text, LinkUse.Unsubscribe).ShouldBeNull();
        new LinkTokens(new LinkKey(new byte[32])).Read(text, LinkUse.Click).ShouldBeNull();
        foreach (var wrong in (string?[])[null, "", "x", text[..^1], text + "A", new string('A', 40), new string('A', 5000), "%%%"])
            Sample.Tokens.Read(wrong, LinkUse.Click).ShouldBeNull(wrong);
    }

    [Fact]
    public void With_any_letter_changed_are_void()
    {
        var text = Sample.Tokens.Write(Token);
        for (var i = 0; i < text.Length; i++)
        {
            var changed = text.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            var read = Sample.Tokens.Read(new string(changed), LinkUse.Click);
            // The last letter may carry bits that say nothing.
            if (i < text.Length - 1) read.ShouldBeNull();
            else if (read is not null) read.ShouldBe(Token);
        }
    }

    [Theory]
    [InlineData(
        "<a href=https://x.example/1>a</a><A HREF='https://x.example/2'>b</A><a name=x>c</a><a data-x=\"1>2\" href = "
            + "\"https://x.example/3?a&amp;b\">d</a>",
        "https://x.example/1|https://x.example/2|https://x.example/3?a&b")]
    [InlineData(
        "<a href=\"mailto:a@x.example\">m</a><a href=\"https://x.example/1\">x</a><a href=\"javascript:alert(1)\">j</a>",
        "null|https://x.example/1|null")]
    [InlineData("<!-- <a href=\"https://x.example/1\"> --><a", "")]
    [InlineData("no links < at all", "")]
    public void Of_clicks_find_their_target_in_the_stored_html(string html, string targets)
    {
        var expected = targets.Length == 0 ? [] : targets.Split('|');
        for (var i = 0; i < expected.Length; i++) (TrackedHtml.Target(html, i)?.AbsoluteUri ?? "null").ShouldBe(expected[i]);
        TrackedHtml.Target(html, expected.Length).ShouldBeNull();
        var sent = TrackedHtml.Of(html, Sample.Links, Sample.CompanyId, Letters.Email());
        foreach (var target in expected.Where(target => target != "null")) sent.ShouldNotContain(target);
    }

    [Fact]
    public void Do_not_replace_the_way_out()
    {
        var way = Sample.Links.Unsubscribe(Sample.CompanyId, new(41), new MessageId(5));
        TrackedHtml.Of($"<a href=\"{way}\">out</a>", Sample.Links, Sample.CompanyId, Letters.Email()).ShouldContain($"href=\"{way}\"");
    }
}
