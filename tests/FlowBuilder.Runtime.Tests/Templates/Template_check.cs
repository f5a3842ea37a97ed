using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Templates;

public sealed class Template_check
{
    private readonly TemplateCheck _check = new();

    [Fact]
    public void Finds_nothing_in_a_good_template() =>
        _check.Check(Sample.Email(
            "Hi {{ customer.first_name }}",
            "<p style=\"x\"><a href=\"{{ record.url }}\">see</a>{% if record.total > 5 %}big{% endif %}</p>", "t")).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "<p>Hello {{ customer.first_name </p>",
        "“{{ customer.first_name </p>” is not written right. A merge field starts with {{ and ends with }}, as in {{ customer.first_name "
            + "}}.")]
    [InlineData(
        "one {{ a }}\n{{ b | | c }} two",
        "“{{ b | | c }}” is not written right. A merge field starts with {{ and ends with }}, as in {{ customer.first_name }}.")]
    [InlineData(
        "{% if a %}\nno end",
        "“{% if a %}” is not written right, or not closed. Each {% if %} needs its {% endif %}, each {% for %} its {% endfor %}.")]
    public void Shows_the_author_what_was_written_and_how_it_is_written_right(string html, string words) =>
        _check.Check(Sample.Email("s", html)).Select(finding => finding.Message).Distinct().ShouldBe([words]);

    [Theory]
    [InlineData("line one\n{{ customer.first_name ", 2)]
    [InlineData("{% if a %}\nno end", 1)]
    [InlineData("one\ntwo\n{{ x | no_such_filter }}", 3)]
    [InlineData("one\n<p title={{ customer.x }}>", 2)]
    [InlineData("one\n<script>x</script>", 2)]
    [InlineData("one\n<p onclick=\"x\">", 2)]
    [InlineData("\n<style>p { color: {{ customer.x }} }</style>", 2)]
    public void Names_the_line(string html, int line)
    {
        var finding = _check.Check(Sample.Email("s", html)).ShouldHaveSingleItem();
        finding.Field.ShouldBe("html");
        finding.Line.ShouldBe(line, finding.Message);
        finding.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Asks_for_what_is_missing()
    {
        _check.Check(Sample.Email(" ", null)).Select(finding => finding.Field).ShouldBe(["subject", "html"]);
        _check.Check(Sample.Email(null, null) with { Channel = Channel.Text }).Select(finding => finding.Field).ShouldBe(["text"]);
    }
}
