using System.Text;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Tests.Templates;
using FlowBuilder.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

/// <summary>What a template may cost is counted, so the same one is always taken or always refused:
/// when it is saved, and by the same bound when it is sent.</summary>
public sealed class Work_is_counted
{
    private readonly TemplateCheck _check = new();

    public static TheoryData<string, string, string> Heavy() => new()
    {
        {
            "replaces of a text grown by appends",
            "{% assign a = 'xxxxxxxxxxxxxxxxxxxx' %}" + Repeat("{% assign a = a | append: a %}", 13)
                + "{% for i in (1..3000) %}{% assign b = a | replace: 'x', 'y' %}{% endfor %}",
            "replace"
        },
        {
            "nested loops",
            "{% for a in (1..200) %}{% for b in (1..200) %}{% for c in (1..200) %}{% assign d = c %}{% endfor %}{% endfor %}{% endfor %}",
            "{% for c in (1..200) %}"
        },
        {
            "many cheap statements",
            "{% for a in (1..9000) %}{% if a == 1 %}{% endif %}{% if a == 2 %}{% endif %}{% if a == 3 %}{% endif %}{% if a == 4 %}{% endif "
                + "%}{% if a == 5 %}{% endif %}{% if a == 6 %}{% endif %}{% if a == 7 %}{% endif %}{% if a == 8 %}{% endif %}{% endfor %}",
            "{% for a in (1..9000) %}"
        },
        {
            "long comparisons",
            "{% assign a = 'xxxxxxxxxxxxxxxxxxxx' %}" + Repeat("{% assign a = a | append: a %}", 12)
                + "{% assign b = a | append: '' %}{% for i in (1..5000) %}{% if a == b %}{% endif %}{% endfor %}",
            "if a"
        },
        {
            "splits and joins",
            "{% assign a = 'x,x,x,x,x,x,x,x' %}" + Repeat("{% assign a = a | append: a %}", 10)
                + "{% for i in (1..2000) %}{% assign b = a | split: ',' | join: ';' %}{% endfor %}",
            "split"
        },
        {
            "sorts",
            "{% assign a = 'c,a,b,c,a,b,c,a' %}" + Repeat("{% assign a = a | append: a %}", 8)
                + "{% assign l = a | split: ',' %}{% for i in (1..2000) %}{% assign m = l | sort %}{% endfor %}",
            "sort"
        },
        {
            "tags stripped from brackets never closed",
            "{% assign a = '<<<<<<<<<<<<<<<<' %}" + Repeat("{% assign a = a | append: a %}", 12)
                + "{% for i in (1..500) %}{% assign b = a | strip_html %}{% endfor %}",
            "strip_html"
        },
        {
            "words cut",
            "{% assign a = 'a b c d e f g h ' %}" + Repeat("{% assign a = a | append: a %}", 12)
                + "{% for i in (1..500) %}{% assign b = a | truncatewords: 5 %}{% endfor %}",
            "truncatewords"
        },
        {
            "a list doubled", "{% assign a = 'a,b,c,d' | split: ',' %}" + Repeat("{% assign a = a | concat: a %}", 20) + "{{ a | size }}",
            "concat"
        },
        {
            "every tag against every tag",
            "{% for a in customer.tags %}{% for b in customer.tags %}{% for c in (1..5) %}{% if a == b %}x{% endif %}{% endfor %}{% endfor "
                + "%}{% endfor %}",
            "{% for c in (1..5) %}"
        },
        { "a long field at each turn", "{% for i in (1..9000) %}{{ customer.story | upcase }}{% endfor %}", "{% for i in (1..9000) %}" },
    };

    [Theory]
    [MemberData(nameof(Heavy))]
    public void A_heavy_template_is_refused_when_it_is_saved_with_the_costly_place_named(string what, string html, string place)
    {
        for (var time = 0; time < 2; time++)
        {
            var finding = _check.Check(Sample.Email("s", "one\n" + html)).ShouldHaveSingleItem(what);
            finding.Field.ShouldBe("html", what);
            finding.Line.ShouldBe(2, finding.Message);
            finding.Message.ShouldContain(place, Case.Sensitive, what);
        }
    }

    [Fact]
    public void What_is_in_stock_and_costs_more_than_it_may_fails_in_words_when_it_is_sent()
    {
        var failed = Sample.Render(Sample.Email("s", (string)Heavy().First().Data.Item2)).ShouldBeOfType<Rendering.Failed>();

        failed.Because.ShouldStartWith(
            "The template “Reminder” could not be filled in: The message takes too long to fill in, most of it for “{% assign b = a | "
                + "replace: 'x', 'y' %}”");
    }

    [Fact]
    public void The_parts_of_a_message_share_what_it_may_cost()
    {
        const string Half =
            "{% for a in (1..9000) %}{% if a == 0 %}x{% endif %}{% if a == 0 %}x{% endif %}{% if a == 0 %}x{% endif %}{% endfor %}";

        _check.Check(Sample.Email("s", Half)).ShouldBeEmpty();
        _check.Check(Sample.Email("s", Half, Half)).ShouldHaveSingleItem().Field.ShouldBe("text");
    }

    public static TheoryData<string, string> Honest() => new()
    {
        {
            "a long letter",
            Repeat(
                "<p>Dear {{ customer.first_name }}, your {{ record.service | downcase }} on {{ record.start_at | date: \"%A, %B %-d\" }} "
                    + "costs {{ record.total }}. {% if record.total > 100 %}It is a big one.{% else %}It is a small one.{% endif %}</p>",
                200)
        },
        {
            "a table of many lines",
            "<table>{% for line in record.lines %}<tr><td>{{ forloop.index }}</td><td>{{ line.n | escape }}</td><td>{{ line.price | times: "
                + "2 | plus: 1 }}</td></tr>{% endfor %}</table>"
        },
        {
            "all tags in order",
            "{% assign all = customer.tags | sort | join: ', ' %}{% for tag in customer.tags %}<span>{{ tag | capitalize }}</span>{% "
                + "endfor %}{{ all | truncate: 200 }}"
        },
        {
            "a price list by case",
            "{% for i in (1..50) %}{% case i %}{% when 1 %}one{% when 2 %}two{% else %}{{ i | times: 12.5 | round: 2 }}{% endcase %}{% "
                + "endfor %}"
        },
    };

    [Theory]
    [MemberData(nameof(Honest))]
    public void An_honest_big_one_passes(string what, string html) => _check.Check(Sample.Email("s", html)).ShouldBeEmpty(what);

    [Fact]
    public void Every_template_in_the_repository_passes()
    {
        var folder = Path.Combine(Repository.Root, "src", "FlowBuilder.Web");
        var files = Directory.GetFiles(folder, "*.liquid", SearchOption.AllDirectories)
            .Where(
                file =>
                    !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToArray();
        files.Length.ShouldBeGreaterThan(30);
        foreach (var file in files) _check.Check(Sample.Email("s", null, File.ReadAllText(file))).ShouldBeEmpty(file);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
