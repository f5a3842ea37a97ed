using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Tests.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

public sealed class Templates_that_would_run_something_are_refused
{
    private readonly TemplateCheck _check = new();

    [Theory]
    [InlineData("<img/onerror=alert(1) src=x>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>")]
    [InlineData("<p\nONCLICK = \"x\">")]
    [InlineData("<p title=\"a\"onclick=\"x\">y</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=' JaVaScRiPt:alert(1)'>x</a>")]
    [InlineData("<a href=\"java&#10;script:alert(1)\">x</a>")]
    [InlineData("<a href=\"java\tscript:alert(1)\">x</a>")]
    [InlineData("<a href=\"&#x6A;avascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"&#106&#97vascript&colon;alert(1)\">x</a>")]
    [InlineData("<a href=\"\u0001javascript:alert(1)\">x</a>")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("<a href=\"java{% comment %}x{% endcomment %}script:alert(1)\">x</a>")]
    [InlineData("<a href=\"{% if customer.x %}javascript:{% endif %}alert(1)\">x</a>")]
    [InlineData("<a href=\"vbscript:x\">x</a>")]
    [InlineData("<a href=\"data:text/html,<script>x</script>\">x</a>")]
    [InlineData("<a href=\"file:///etc/passwd\">x</a>")]
    [InlineData("<a href=\"javascript:{{ customer.x }}\">x</a>")]
    [InlineData("<form action=\"javascript:alert(1)\"><button>x</button></form>")]
    [InlineData("<button formaction=\"javascript:alert(1)\">x</button>")]
    [InlineData("<table background=\"javascript:alert(1)\"></table>")]
    [InlineData("<iframe src=\"https://x.example\"></iframe>")]
    [InlineData("<iframe srcdoc=\"&lt;script&gt;x&lt;/script&gt;\"></iframe>")]
    [InlineData("<object data=\"x.swf\"></object>")]
    [InlineData("<embed src=\"x.swf\">")]
    [InlineData("<base href=\"https://evil.example/\">")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">")]
    [InlineData("<svg><animate attributeName=\"href\" values=\"javascript:alert(1)\"/></svg>")]
    [InlineData("<p style=\"width: expr/**/ession(alert(1))\">x</p>")]
    [InlineData("<p style=\"background: url(java\\73 cript:alert(1))\">x</p>")]
    [InlineData("<template><img src=x onerror=alert(1)></template>")]
    [InlineData("<noscript><img src=x onerror=alert(1)></noscript>")]
    [InlineData("<{% if customer.x %}script{% endif %}>alert(1)</script>")]
    [InlineData("{% raw %}<script>x</script>{% endraw %}")]
    [InlineData("<scr{% comment %}{% endcomment %}ipt>x</script>")]
    [InlineData("<p {{ customer.x }}>x</p>")]
    [InlineData("<p {{ customer.x }}=\"y\">x</p>")]
    [InlineData("<p title={% echo customer.x %}>x</p>")]
    public void When_they_are_saved(string html)
    {
        var finding = _check.Check(Sample.Email("s", "first line\n" + html)).ShouldHaveSingleItem(html);
        (finding.Field, finding.Line).ShouldBe(("html", 2), finding.Message);
    }

    [Theory]
    [InlineData(
        "<a href=\"https://x.example/?javascript:1\">x</a><a href=\"mailto:a@x.example\">m</a><a href=\"tel:+15550100\">t</a><a "
            + "href=\"#top\">u</a><a href=\"/relative\">r</a>")]
    [InlineData("<img src=\"cid:logo\" alt=\"on=sale\"><img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"\">")]
    [InlineData(
        "<a href=\"{{ record.url }}\">x</a><a href=\" {{ customer.website }} \">y</a><p style=\"color: {{ customer.colour }}\">z</p>")]
    [InlineData("<p title=\"conversion=1\" data-once=\"x\">Is 3 < 5 and on=off?</p>")]
    [InlineData("{% if customer.a < 5 %}<p>{% else %}<p class=\"b\">{% endif %}x</p>")]
    [InlineData("<style>p { color: red }</style><!--[if mso]><table><tr><td><![endif]-->x<!--[if mso]></td></tr></table><![endif]-->")]
    public void And_honest_ones_are_not(string html) => _check.Check(Sample.Email("s", html)).ShouldBeEmpty();

    [Fact]
    public void A_deeply_nested_one_is_looked_over_in_no_time()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 30_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _check.Check(Sample.Email("s", deep + "<img onerror=x>")).ShouldHaveSingleItem();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
