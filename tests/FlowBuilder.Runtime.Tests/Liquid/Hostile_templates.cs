using System.Diagnostics;
using System.Text;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Runtime.Liquid;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Tests.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

public sealed class Hostile_templates
{
    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    public static TheoryData<string, string> Bombs() => new()
    {
        { "nested loops", "{% for a in (1..1000) %}{% for b in (1..1000) %}{% for c in (1..1000) %}x{% endfor %}{% endfor %}{% endfor %}" },
        { "a huge range", "{% for a in (1..2000000000) %}{% endfor %}" },
        { "a huge range joined", "{{ (1..2000000000) | join: ',' }}" },
        { "strings doubled by append", "{% assign a = 'xxxxxxxxxx' %}" + Repeat("{% assign a = a | append: a %}", 40) + "{{ a }}" },
        {
            "strings doubled by capture",
            "{% capture a %}xxxxxxxxxx{% endcapture %}" + Repeat("{% capture a %}{{ a }}{{ a }}{% endcapture %}", 40) + "{{ a }}"
        },
        { "strings doubled by replace", "{% assign a = 'xxxxxxxxxx' %}" + Repeat("{% assign a = a | replace: 'x', a %}", 10) + "{{ a }}" },
        {
            "output without end",
            Repeat(
                "{% for a in (1..5000) "
                    + "%}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% "
                    + "endfor %}",
                50)
        },
        { "nested blocks", Repeat("{% if true %}", 12_000) },
        { "50,000 nested brackets", "{{ " + Repeat("(", 50_000) + "1" + Repeat(")", 50_000) + " }}" },
        { "nested ifs, closed", Repeat("{% if true %}", 5_000) + Repeat("{% endif %}", 5_000) },
        { "includes", "{% include 'x' %}" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Fail_with_a_reason_and_harm_nobody(string what, string liquid)
    {
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Sample.Render(Sample.Email("s", liquid)).ShouldBeOfType<Rendering.Failed>(what).Because.ShouldNotBeNullOrWhiteSpace();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000_000, what);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), what);
    }

    [Fact]
    public void With_50_000_nested_tags_are_refused()
    {
        LiquidText.Parse(Repeat("{%if a%}", 20_000)).Errors.ShouldNotBeEmpty();
        LiquidText.Parse(Repeat("{% if a %}", 50_000)).Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public void Do_not_spoil_the_renderer_for_the_next_one()
    {
        var cache = new TemplateCache();
        cache.Put(
            Sample.CompanyId,
            [Sample.Email("s", "{% for a in (1..100000) %}leak{% endfor %}"), Sample.Email("s", "fine {{ a }}", revision: 2)]);
        var writer = new MessageWriter(cache, Sample.Links);
        for (var i = 0; i < 3; i++)
        {
            writer.Write(writer.Find(Sample.CompanyId, "t", 1)!, Sample.Context(), new(1)).ShouldBeOfType<Rendering.Failed>();
            writer.Write(writer.Find(Sample.CompanyId, "t", 2)!, Sample.Context(), new(1))
                .ShouldBeOfType<Rendering.Done>().Html
                .ShouldBe("fine ");
        }
    }

    [Theory]
    [InlineData("<p>{{ V }}</p>")]
    [InlineData("<p title=\"{{ V }}\">x</p>")]
    [InlineData("<p title='{{ V }}'>x</p>")]
    [InlineData("<p title={{ V }}>x</p>")]
    [InlineData("<a href=\"{{ V }}\">x</a>")]
    [InlineData("{% capture c %}{{ V }}{% endcapture %}<b>{{ c }}</b>")]
    [InlineData(
        "{{ V | escape }}{{ V | newline_to_br }}{{ V | upcase }}{{ V | append: '<b>' }}{{ V | escape_once }}{{ V | strip_newlines }}{{ V | "
            + "raw }}")]
    [InlineData("{% assign x = V %}{{ x }}")]
    [InlineData("{% for c in (1..1) %}{{ V }}{% endfor %}")]
    [InlineData("{{ V | split: 'q' | join: '' }}")]
    [InlineData("{{ V | date: '<script>' }}")]
    [InlineData("{{ 'now' | date: V }}")]
    public void Cannot_let_a_field_become_markup(string html)
    {
        const string Attack =
            "\"'><script>alert(1)</script><img src=x onerror=alert(1)> onload=alert(1) &lt;script&gt; javascript:alert(1)";
        var json = System.Text.Json.JsonSerializer.Serialize(new { first_name = Attack, note = Attack, start_at = Attack });
        foreach (var field in (string[])["customer.first_name", "customer.name", "record.note", "event.note"])
        {
            var rendering =
                Sample.Render(Sample.Email("s", html.Replace("V", field, StringComparison.Ordinal)), Sample.Context(json, json, json));
            if (rendering is not Rendering.Done done) continue;
            var parsed = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(done.Html!);
            parsed.QuerySelectorAll("script,img").ShouldBeEmpty(done.Html);
            parsed.All.SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
                .ShouldBeEmpty(done.Html);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)", "#")]
    [InlineData(" jAvAscript:alert(1)", "#")]
    [InlineData("data:text/html,x", "#")]
    [InlineData("java", "#")]
    [InlineData("https://x.example/a?b=1&c=2", "https://x.example/a?b=1&amp;c=2")]
    [InlineData("mailto:a@x.example", "mailto:a@x.example")]
    public void Cannot_lead_a_link_into_a_script(string value, string expected)
    {
        var context = Sample.Context(System.Text.Json.JsonSerializer.Serialize(new { site = value }));
        Sample.Html("<a href=\"{{ customer.site }}\">", context).ShouldBe($"<a href=\"{expected}\">");
        Sample.Html("<a HREF = '{{ customer.site }}'>", context).ShouldBe($"<a HREF = '{expected}'>");
    }
}
