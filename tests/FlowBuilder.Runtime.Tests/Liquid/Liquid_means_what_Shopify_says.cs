using CsCheck;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Runtime.Tests.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

/// <summary>Liquid as https://shopify.dev/docs/api/liquid says it, with one idea of number and of equal for texts and conditions.</summary>
public sealed class Liquid_means_what_Shopify_says
{
    private static string Plain(string liquid, string customer = "{}", string record = "{}", string happened = "{}") =>
        Sample.Render(Sample.Email("s", null, liquid), Sample.Context(customer, record, happened)) is Rendering.Done done
            ? done.Text!
            : throw new InvalidOperationException("not rendered");

    [Theory]
    [InlineData("""{"first_name":""}""", "empty")]
    [InlineData("""{"first_name":"  "}""", "empty")]
    [InlineData("{}", "empty")]
    [InlineData("""{"first_name":"Ann"}""", "there")]
    public void Blank_is_what_is_missing_or_only_blanks(string customer, string expected)
    {
        Plain("{% if customer.first_name != blank %}there{% else %}empty{% endif %}", customer).ShouldBe(expected);
        Plain("{% if customer.first_name == blank %}empty{% else %}there{% endif %}", customer).ShouldBe(expected);
        Plain("{% unless customer.first_name == blank %}there{% else %}empty{% endunless %}", customer).ShouldBe(expected);
        Plain("{% if blank == customer.first_name %}empty{% else %}there{% endif %}", customer).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{% if record.lines == empty %}none{% else %}some{% endif %}", """{"lines":[]}""", "none")]
    [InlineData("{% if record.lines != empty %}some{% endif %}", """{"lines":[1]}""", "some")]
    [InlineData("{% if record.note == empty %}none{% else %}some{% endif %}", """{"note":""}""", "none")]
    [InlineData("{% if record.nothing == empty %}none{% else %}nil{% endif %}", "{}", "nil")]
    [InlineData("{% if record.nothing == nil %}nil{% endif %}", "{}", "nil")]
    public void Empty_is_a_text_or_list_with_nothing_in_it(string liquid, string record, string expected) =>
        Plain(liquid, "{}", record).ShouldBe(expected);

    [Theory]
    [InlineData("{{ customer.balance | times: 2 }}", "240")]
    [InlineData("{{ customer.balance | plus: 5 }}", "125")]
    [InlineData("{% if customer.balance > 1000 %}over{% else %}under{% endif %}", "under")]
    [InlineData("{% if customer.balance < 90 %}less{% else %}more{% endif %}", "more")]
    [InlineData("{% if customer.balance == 120 %}same{% endif %}", "same")]
    [InlineData("{% if customer.balance >= 120 and customer.balance <= '120.0' %}in{% endif %}", "in")]
    [InlineData("{% case customer.balance %}{% when 120 %}it{% else %}other{% endcase %}", "it")]
    [InlineData("{{ record.total | minus: 80 }}", "400")]
    [InlineData("{{ record.total | divided_by: 7 }}", "68")]
    [InlineData("{{ record.total | round }}", "480")]
    [InlineData("{{ record.exact | divided_by: 7 }}", "68.6428571429")]
    [InlineData("{{ record.exact | round: 1 }}", "480.5")]
    [InlineData("{{ record.exact | ceil }}{{ record.exact | floor }}", "481480")]
    [InlineData("{{ '17' | modulo: 5 }} {{ -17 | modulo: 5 }}", "2 3")]
    [InlineData("{{ customer.balance | at_least: 200 }} {{ customer.balance | at_most: 100 }}", "200 100")]
    [InlineData("{{ '-12.5' | abs }}", "12.5")]
    [InlineData("{{ 2.5 | round }} {{ 3.5 | round }}", "3 4")]
    [InlineData("{{ 'abc' | plus: 1 }}", "1")]
    [InlineData("{% assign n = customer.balance | times: 1 %}{{ n | plus: n }}", "240")]
    public void Text_that_spells_a_number_is_one(string liquid, string expected) =>
        Plain(liquid, """{"balance":"120"}""", """{"total":"480","exact":"480.50"}""").ShouldBe(expected);

    [Fact]
    public void Dividing_by_nought_fails_in_the_marketers_words() =>
        Sample.Render(Sample.Email("s", "{{ 5 | divided_by: customer.none }}"))
            .ShouldBeOfType<Rendering.Failed>().Because
            .ShouldContain("divides by 0");

    [Theory]
    [InlineData("{{ record.start_at | date: '%s' | plus: 86400 | date: '%Y-%m-%d' }}", "2026-06-02")]
    [InlineData("{{ record.start_at | date: '%s' | minus: 3600 | date: '%H:%M' }}", "12:30")]
    [InlineData("{{ 'now' | date: '%s' | plus: 604800 | date: '%F' }}", "2026-05-11")]
    [InlineData("{% if record.start_at > '2026-05-31' %}later{% endif %}", "later")]
    public void Dates_can_be_calculated_with(string liquid, string expected) =>
        Plain(liquid, """{"time_zone":"UTC"}""", """{"start_at":"2026-06-01T13:30:00Z"}""").ShouldBe(expected);

    [Fact]
    public void Line_breaks_of_a_note_are_line_breaks_of_the_letter()
    {
        Sample.Html("{{ customer.note | newline_to_br }}", Sample.Context("""{"note":"Mowing\nEdging & <b>"}"""))
            .ShouldBe("Mowing<br>Edging &amp; &lt;b&gt;");
        Sample.Html("{{ customer.note | newline_to_br }}", Sample.Context("""{"note":"a\r\nb\rc"}""")).ShouldBe("a<br>b<br>c");
        Plain("{{ customer.note | newline_to_br }}", """{"note":"a\nb"}""").ShouldBe("a\nb");
    }

    [Theory]
    [InlineData("{% for line in record.lines %}{{ line }}{% else %}nothing{% endfor %}", "{}", "nothing")]
    [InlineData("{% for line in record.lines %}{{ line }}{% else %}nothing{% endfor %}", """{"lines":[]}""", "nothing")]
    [InlineData("{% for line in record.lines %}{{ line }}{% else %}nothing{% endfor %}", """{"lines":["a","b"]}""", "ab")]
    [InlineData("{{ record.lines.first }}-{{ record.lines.last }}-{{ record.lines.size }}", """{"lines":["a","b","c"]}""", "a-c-3")]
    [InlineData("{{ record.lines | first }}-{{ record.lines | last }}", """{"lines":["a","b","c"]}""", "a-c")]
    [InlineData("{{ record.lines.first.n }}", """{"lines":[{"n":"Mow"}]}""", "Mow")]
    [InlineData("{% for line in record.lines reversed limit: 2 %}{{ line }}{% endfor %}", """{"lines":["a","b","c"]}""", "ba")]
    [InlineData("{% for line in record.lines offset: 1 limit: 1 %}{{ line }}{% endfor %}", """{"lines":["a","b","c"]}""", "b")]
    [InlineData("{% for line in record.lines limit: 0 %}{{ line }}{% else %}none{% endfor %}", """{"lines":["a"]}""", "none")]
    [InlineData("{% for pair in record.sizes %}{{ pair[0] }}={{ pair[1] }};{% endfor %}", """{"sizes":{"a":1,"b":2}}""", "a=1;b=2;")]
    [InlineData("{% for i in (1..3) %}{{ i }}{% endfor %}", "{}", "123")]
    [InlineData("{{ record.lines }}", """{"lines":["a","b"]}""", "ab")]
    [InlineData(
        "{% for l in record.lines %}{{ forloop.index }}/{{ forloop.length }}{% unless forloop.last %},{% endunless %}{% endfor %}",
        """{"lines":["a","b"]}""", "1/2,2/2")]
    public void Loops_and_lists(string liquid, string record, string expected) => Plain(liquid, "{}", record).ShouldBe(expected);

    [Theory]
    [InlineData("{{ 'ANN MARIE' | capitalize }}", "Ann marie")]
    [InlineData("{{ 'a&b c' | url_encode }}", "a%26b+c")]
    [InlineData("{{ 'a%26b+c' | url_decode }}", "a&b c")]
    [InlineData("{{ 'one two' | base64_encode }}", "b25lIHR3bw==")]
    [InlineData("{{ 'b25lIHR3bw==' | base64_decode }}", "one two")]
    [InlineData("{{ 'Liquid' | slice: -3, 2 }}{{ 'Liquid' | slice: 1 }}{{ 'Liquid' | slice: -2 }}", "uiii")]
    [InlineData("{{ 'b,A,c' | split: ',' | sort_natural | join: '' }}", "Abc")]
    [InlineData("{{ 'b,A,c' | split: ',' | sort | join: '' }}", "Abc")]
    [InlineData("{{ record.lines | map: 'n' | join: '+' }}", "Mow+Edge+Mow")]
    [InlineData("{{ record.lines | where: 'n', 'Mow' | map: 'price' | sum }}", "70")]
    [InlineData("{{ record.lines | sum: 'price' }}", "100")]
    [InlineData("{{ record.lines | map: 'n' | uniq | size }}", "2")]
    [InlineData("{{ record.lines | sort: 'price' | map: 'price' | join: ',' }}", "20,30,50")]
    [InlineData("{% assign one = record.lines | find: 'n', 'Edge' %}{{ one.price }}", "30")]
    [InlineData("{{ record.lines | reject: 'n', 'Mow' | size }}", "1")]
    [InlineData("{{ false | default: 'x', allow_false: true }}{{ false | default: 'x' }}{{ '' | default: 'y' }}", "falsexy")]
    [InlineData(
        "{{ 'a b c d' | truncatewords: 2 }} {{ 'abcdefghij' | truncate: 6 }} {{ 'abcdefghij' | truncate: 6, '' }}", "a b... abc... abcdef")]
    [InlineData(
        "{{ 'a.b.a' | replace: 'a', 'x' }} {{ 'a.b.a' | replace_first: 'a', 'x' }} {{ 'a.b.a' | remove_last: 'a' }}", "x.b.x x.b.a a.b.")]
    [InlineData("{{ 'x' | append: 'y' | prepend: 'w' | upcase }}", "WXY")]
    [InlineData("{% echo 'hi' | upcase %}", "HI")]
    [InlineData("{% liquid\n assign a = 'x'\n # a comment\n if a == 'x'\n  echo a | upcase\n endif %}!", "X!")]
    [InlineData("a{% # nothing of this %}b", "ab")]
    [InlineData("{% increment n %}{% increment n %}{% decrement m %}", "01-1")]
    [InlineData("{% if false and false or true %}yes{% else %}no{% endif %}", "no")]
    [InlineData("{% if '' %}yes{% else %}no{% endif %}", "yes")]
    [InlineData("{% raw %}{{ as.it.is }}{% endraw %}", "{{ as.it.is }}")]
    [InlineData("{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}", "aba")]
    public void Filters_and_tags(string liquid, string expected) =>
        Plain(liquid, "{}", """{"lines":[{"n":"Mow","price":50},{"n":"Edge","price":30},{"n":"Mow","price":"20"}]}""").ShouldBe(expected);

    [Theory]
    [InlineData("{{ customer.tags | json }}", """["vip"]""")]
    [InlineData("{{ event.items | json }}", """[{"sku":"a","n":2},{"sku":"b","n":1.50}]""")]
    [InlineData("{{ event.nothing | json }}", "null")]
    [InlineData("{{ event.items[0] | json }}", """{"sku":"a","n":2}""")]
    [InlineData("{{ customer | json }}", """{"first_name":"Ann","id":"c-41","name":"Ann","last_name":null,"tags":["vip"]}""")]
    public void Json_of_lists_and_objects(string liquid, string expected) =>
        Plain(liquid, """{"first_name":"Ann"}""", "{}", """{"items":[{"sku":"a","n":2},{"sku":"b","n":1.50}]}""").ShouldBe(expected);

    [Theory]
    [InlineData("""{"email":"p1@example.com"}""", "there/")]
    [InlineData("""{"name":"p1@example.com","email":"p1@example.com"}""", "there/")]
    [InlineData("""{"name":"c-41"}""", "there/")]
    [InlineData("""{"name":"+1 555 010 0199","phone":"+1 555 010 0199"}""", "there/")]
    [InlineData("""{"name":"Ann-Marie O'Neil"}""", "Ann-Marie O'Neil/Ann-Marie")]
    [InlineData("""{"name":"Lee, Ann"}""", "Lee, Ann/Ann")]
    [InlineData("""{"name":"Dr. Ann Lee"}""", "Dr. Ann Lee/Ann")]
    [InlineData("""{"first_name":"","name":"Ann Lee"}""", "Ann Lee/Ann")]
    [InlineData("""{"first_name":"Bo","name":"Ann Lee"}""", "Ann Lee/Bo")]
    [InlineData("""{"first_name":"Bo","last_name":"Lee"}""", "Bo Lee/Bo")]
    public void An_address_or_id_is_no_name_and_a_whole_name_has_a_first_one(string customer, string expected) =>
        Plain("{{ customer.name | default: 'there' }}/{{ customer.first_name }}", customer).ShouldBe(expected);

    [Fact]
    public void Whatever_conditions_take_for_a_number_filters_do_too() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[0, 4]).Sample((number, places) =>
        {
            var text = (number / (decimal)Math.Pow(10, places)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Plain(
                "{{ customer.n | times: 1 }}|{% if customer.n == record.n %}same{% endif %}", $$"""{"n":"{{text}}"}""",
                $$"""{"n":{{text}}}""")
                .ShouldBe($"{text}|same");
        }, iter: 200);

    [Fact]
    public void An_unknown_filter_that_was_saved_before_fails_in_the_marketers_words() =>
        Sample.Render(Sample.Email("s", "Hello {{ customer.first_name | no_such }}"))
            .ShouldBeOfType<Rendering.Failed>().Because
            .ShouldContain("“{{ customer.first_name | no_such }}” cannot be filled in");
}
