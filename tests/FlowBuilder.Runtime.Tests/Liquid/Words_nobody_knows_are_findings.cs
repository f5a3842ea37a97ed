using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Tests.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

public sealed class Words_nobody_knows_are_findings
{
    private readonly TemplateCheck _check = new();

    [Theory]
    [InlineData("{{ custmer.first_name }}", "“{{ custmer.first_name }}”: there is nothing named “custmer”. Did you mean “customer”?")]
    [InlineData("{{ first_name }}", "there is nothing named “first_name”.")]
    [InlineData("{% if customr.x %}a{% endif %}", "Did you mean “customer”?")]
    [InlineData("{% if customer.x %}{{ unknown }}{% endif %}", "there is nothing named “unknown”")]
    [InlineData("{{ company.nmae }}", "company has nothing named “nmae”. Did you mean “name”?")]
    [InlineData("{{ owner.last_name }}", "owner has nothing named “last_name”")]
    [InlineData("{{ customer.FirstName }}", "Did you mean “customer.first_name”?")]
    [InlineData("{{ customer.first_name | upcse }}", "there is no filter “upcse”. Did you mean “upcase”?")]
    [InlineData("{% if customer.x %}{{ customer.y | nofilter }}{% endif %}", "there is no filter “nofilter”")]
    [InlineData("{{ first name }}", "there is nothing named “first”")]
    [InlineData("{% for line in lines %}{{ line }}{% endfor %}", "there is nothing named “lines”")]
    public void When_a_template_is_saved(string html, string words) =>
        _check.Check(Sample.Email("s", html)).ShouldHaveSingleItem().Message.ShouldContain(words);

    [Theory]
    [InlineData("{{ customer.anything.at.all }} {{ record.whatever }} {{ event.x }}")]
    [InlineData(
        "{% assign a = 1 %}{% capture b %}x{% endcapture %}{{ a }}{{ b }}{% for c in customer.tags %}{{ c }}{{ forloop.index }}{% endfor %}")]
    [InlineData("{% if customer.a == blank or customer.b == empty or customer.c == nil %}x{% endif %}{{ unsubscribe_url }}")]
    [InlineData("{% raw %}{{ nothing.known }}{% endraw %}{% comment %}{{ nor.this }}{% endcomment %}")]
    [InlineData("{{ assigned.first_name | default: owner.first_name }} {{ company.hours }}")]
    [InlineData("{% liquid\nassign x = customer.name\necho x\n%}{% increment n %}{{ n }}")]
    [InlineData("{{ customer.balance | default: 'x', allow_false: true | json | url_encode }}")]
    public void And_what_is_known_is_none(string html) => _check.Check(Sample.Email("s", html)).ShouldBeEmpty();
}
