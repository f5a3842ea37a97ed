using System.Text.Json;
using AngleSharp.Html.Parser;
using CsCheck;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Tests.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

public sealed class Values_are_encoded_for_where_they_stand
{
    private static readonly TextFiller Filler = new();

    private static StepContext Customer(object fields) => Sample.Context(JsonSerializer.Serialize(fields));

    [Theory]
    [InlineData("Ann \"Annie\"")]
    [InlineData("x\",\"admin\":true,\"y\":\"")]
    [InlineData("line one\nline two\ttab \\ back")]
    [InlineData("{{ customer.id }}")]
    [InlineData("é 😀 \u2028")]
    public void In_a_text_of_JSON_a_value_cannot_end_it(string name)
    {
        var body = Filler.Fill(
            """{"n":"{{ customer.note }}","twice":"Hi {{ customer.note }}!"}""", Customer(new { note = name }), TextPlace.Json);
        using var json = JsonDocument.Parse(body);
        json.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["n", "twice"]);
        json.RootElement.GetProperty("n").GetString().ShouldBe(name);
        json.RootElement.GetProperty("twice").GetString().ShouldBe($"Hi {name}!");
    }

    [Theory]
    [InlineData("""{"p":{{ customer.missing }}}""", """{"p":null}""")]
    [InlineData("""{"p":"{{ customer.missing }}"}""", """{"p":""}""")]
    [InlineData("""{"p":{{ customer.balance }}}""", """{"p":120}""")]
    [InlineData("""{"p":{{ customer.zip }}}""", """{"p":"02134"}""")]
    [InlineData("""{"p":{{ customer.attack }}}""", """{"p":"1,\u0022admin\u0022:true"}""")]
    [InlineData(
        """{"p":{{ customer.tags }},"q":{{ customer.tags | json }},"r":"{{ customer.tags | join: ',' }}"}""",
        """{"p":["vip"],"q":["vip"],"r":"vip"}""")]
    [InlineData(
        """{"p":{{ customer.yes }},"q":[{% for i in (1..3) %}{{ i }}{% unless forloop.last %},{% endunless %}{% endfor %}]}""",
        """{"p":true,"q":[1,2,3]}""")]
    [InlineData("""{"p":{{ customer.attack | json }}}""", """{"p":"1,\u0022admin\u0022:true"}""")]
    [InlineData("""{"p":"a \" {{ customer.zip }}"}""", """{"p":"a \" 02134"}""")]
    public void Where_a_JSON_value_stands_a_field_is_one(string body, string expected) =>
        Filler.Fill(body, Customer(new { balance = "120", zip = "02134", attack = "1,\"admin\":true", yes = true }), TextPlace.Json)
            .ShouldBe(expected);

    [Fact]
    public void No_value_makes_another_member() => Gen.String.Sample(name =>
    {
        using var json = JsonDocument.Parse(Filler.Fill(
            """{"a":"{{ customer.n }}","b":{{ customer.n }},"c":1}""", Customer(new { n = name }), TextPlace.Json));
        json.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["a", "b", "c"]);
    }, iter: 500);

    [Theory]
    [InlineData(
        "https://hooks.example/c/{{ customer.id }}?n={{ customer.first_name }}",
        "https://hooks.example/c/c-41?n=A%26B%20%22%2F..%2F%3F%23")]
    [InlineData("https://hooks.example/{{ customer.first_name }}/x", "https://hooks.example/A%26B%20%22%2F..%2F%3F%23/x")]
    [InlineData("https://hooks.example/x?n={{ customer.first_name | url_encode }}", "https://hooks.example/x?n=A%26B+%22%2F..%2F%3F%23")]
    public void In_an_address_a_value_is_one_part_of_it(string url, string expected) =>
        Filler.Fill(url, Customer(new { first_name = "A&B \"/../?#" }), TextPlace.Address).ShouldBe(expected);

    [Theory]
    [InlineData("<a href=\"https://x.example/?n={{ customer.v }}&m=1\">", "A&B=1", "https://x.example/?n=A%26B%3D1&m=1")]
    [InlineData("<a href=\"https://x.example/a/{{ customer.v }}/b\">", "c/d ?e", "https://x.example/a/c/d%20%3Fe/b")]
    [InlineData("<a href=\"https://x.example/?n={{ customer.v | url_encode }}\">", "A&B C", "https://x.example/?n=A%26B+C")]
    [InlineData("<a href=\"mailto:{{ customer.v }}\">", "ann+x@example.com", "mailto:ann+x@example.com")]
    [InlineData("<a href=\"mailto:{{ customer.v }}\">", "a@x.example?bcc=all@x.example", "mailto:a@x.example%3Fbcc%3Dall@x.example")]
    [InlineData("<a href=\"tel:{{ customer.v }}\">", "+1 (555) 010-0199", "tel:+1(555)010-0199")]
    [InlineData("<a href=\" {{ customer.v }}\">", "javascript:alert(1)", " #")]
    [InlineData("<a href=\"\n\t{{ customer.v }}\">", " JaVa\tScript:alert(1)", "\n\t#")]
    [InlineData("<a href='{{ customer.v }}'>", "java\nscript:alert(1)", "#")]
    [InlineData("<a href=\"java{{ customer.v }}\">", "script:alert(1)", "javascript%3Aalert%281%29")]
    [InlineData("<a href = \"{{ customer.v }}\">", "\u0001javascript:alert(1)", "#")]
    [InlineData("<a href=\"{{ customer.v }}\">", "vbscript:x", "#")]
    [InlineData("<a href=\"https://{{ customer.v }}/x\">", "evil.example/?", "https://evil.example%2F%3F/x")]
    [InlineData("<a href=\"{{ customer.v }}\">", "https://x.example/a?b=1&c=2", "https://x.example/a?b=1&c=2")]
    public void In_a_link(string html, string value, string expected)
    {
        var made = Sample.Html(html + "x</a>", Customer(new { v = value }));
        new HtmlParser().ParseDocument(made).QuerySelector("a")!.GetAttribute("href").ShouldBe(expected, made);
    }

    [Theory]
    [InlineData(
        "<p style=\"color: {{ customer.v }}\">x</p>", "style", "red;background:url(//evil.example)", "color: redbackgroundurlevil.example")]
    [InlineData("<p title=\"{{ customer.v }}\">x</p>", "title", "a\" onclick=\"b", "a\" onclick=\"b")]
    [InlineData("<p title='{{ customer.v | escape }}'>x</p>", "title", "a & 'b'", "a & 'b'")]
    [InlineData("<p title={{ customer.v }}>x</p>", "title", "a b=c", "a b=c")]
    [InlineData("<p onclick=\"{{ customer.v }}\">x</p>", "onclick", "alert(1)", "")]
    public void In_an_attribute(string html, string attribute, string value, string expected)
    {
        var made = Sample.Html(html, Customer(new { v = value }));
        var element = new HtmlParser().ParseDocument(made).QuerySelector("p")!;
        element.Attributes.Length.ShouldBe(1, made);
        element.GetAttribute(attribute).ShouldBe(expected, made);
    }

    [Theory]
    [InlineData("<{{ customer.v }}>")]
    [InlineData("<p {{ customer.v }}>")]
    [InlineData("<p {{ customer.v }}=\"x\">")]
    [InlineData("<script>{{ customer.v }}</script>")]
    [InlineData("<style>{{ customer.v }}</style>")]
    [InlineData("<!-- {{ customer.v }} -->")]
    [InlineData("<title>{{ customer.v }}</title>")]
    [InlineData("<textarea>{{ customer.v }}</textarea>")]
    [InlineData("<p title=\"{% if customer.x %}\">{% endif %}{{ customer.v }}\">")]
    [InlineData("<a href=\"{% if customer.v %}{{ customer.v }}{% endif %}\">")]
    [InlineData("<img alt='\"' src=\"{{ customer.v }}\">")]
    public void Nowhere_does_a_value_become_markup(string html)
    {
        foreach (var attack in (string[])[
            "--><img src=x onerror=alert(1)>", "</title></textarea></style></script><img src=x onerror=alert(1)>",
            "img src=x onerror=alert(1)", "onclick", "\" onmouseover=\"alert(1)", "javascript:alert(1)"
        ])
        {
            var made = Sample.Html(html, Customer(new { v = attack }));
            var all = new HtmlParser().ParseDocument(made).All;
            all.Where(element => element.LocalName == "img" && element.HasAttribute("onerror")).ShouldBeEmpty(made);
            all.SelectMany(element => element.Attributes)
                .Where(
                    one =>
                        one.Name.StartsWith("on", StringComparison.Ordinal)
                        || (one.Name is "href" or "src" && one.Value.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)))
                .ShouldBeEmpty(made);
        }
    }
}
