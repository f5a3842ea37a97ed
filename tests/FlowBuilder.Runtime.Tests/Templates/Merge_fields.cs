using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Templates;

public sealed class Merge_fields
{
    [Theory]
    [InlineData("{{ customer.first_name }}", "Ann")]
    [InlineData("{{ customer.name }}", "Ann")]
    [InlineData("{{ customer.address.city }}", "Troy")]
    [InlineData("{{ customer.id }} {{ customer.tags | join: ',' }}", "c-41 vip")]
    [InlineData("{{ record.total }}", "450.50")]
    [InlineData("{{ record.status }} {{ record.type }} {{ record.id }}", "sent estimate E1")]
    [InlineData("{% if record.total > 400 %}big{% else %}small{% endif %}", "big")]
    [InlineData("{% for line in record.lines %}{{ line.n }};{% endfor %}", "Mow;Edge;")]
    [InlineData("{{ record.lines[1].n }}{{ record.lines.size }}", "Edge2")]
    [InlineData("{{ company.address }} {{ owner.first_name }}", "1 Elm St, Albany NY Olive")]
    [InlineData("{{ event.name }}", "Estimate Sent")]
    [InlineData("{{ record.start_at | date: '%A, %B %-d at %-I:%M %p' }}", "Monday, June 1 at 9:30 AM")]
    [InlineData("{{ 'now' | date: '%Y-%m-%d' }}", "2026-05-04")]
    [InlineData("{{ customer.first_name | upcase | append: '!' }}", "ANN!")]
    [InlineData("{{ customer.nick | default: 'friend' }}", "friend")]
    [InlineData("{% assign x = record.total | times: 2 %}{{ x }}", "901.00")]
    [InlineData("{% capture c %}a {{ customer.first_name }}{% endcapture %}{{ c }}", "a Ann")]
    [InlineData("{% case record.status %}{% when 'sent' %}out{% else %}in{% endcase %}", "out")]
    [InlineData("{% unless customer.nick %}none{% endunless %}", "none")]
    public void Are_filled_in(string liquid, string expected) => Sample.Html(liquid).ShouldBe(expected);

    [Theory]
    [InlineData("{{ customer.nothing }}")]
    [InlineData("{{ customer.nothing.deeper.still }}")]
    [InlineData("{{ nobody.at.all }}")]
    [InlineData("{{ record.lines[99].n }}")]
    [InlineData("{{ customer.nothing | upcase }}")]
    [InlineData("{{ customer.nothing | date: '%Y' }}")]
    [InlineData("{{ customer.nothing | truncate: 5 }}")]
    [InlineData("{% if customer.nothing > 5 %}x{% endif %}")]
    [InlineData("{% if customer.nothing contains 'a' %}x{% endif %}")]
    [InlineData("{% for a in customer.nothing %}x{% endfor %}")]
    [InlineData("{{ customer.nothing | join: ',' }}")]
    [InlineData("{{ customer.nothing | split: ',' | first }}")]
    [InlineData("{{ customer.nothing | strip | capitalize | replace: 'a', 'b' }}")]
    [InlineData("{{ customer.nothing | newline_to_br }}{{ customer.nothing | escape }}")]
    [InlineData("{{ customer.address }}")]
    [InlineData("{{ customer.nothing | plus: 1 }}")]
    [InlineData("{{ customer.nothing | times: 2 }}")]
    public void That_are_missing_are_empty_and_no_error(string liquid) => Sample.Html(liquid).ShouldBe("");

    [Theory]
    [InlineData("{{ customer.nothing | round }}", "0")]
    [InlineData("{{ customer.nothing | size }}", "0")]
    public void That_are_missing_count_as_nought(string liquid, string expected) => Sample.Html(liquid).ShouldBe(expected);

    [Fact]
    public void In_a_setting_are_filled_in_plain_and_what_cannot_be_filled_in_is_never_shown()
    {
        var filler = new TextFiller();
        var context = Sample.Context("""{"first_name":"Ann & Bo"}""");
        filler.Fill("Call {{ customer.first_name }}", context).ShouldBe("Call Ann & Bo");
        foreach (var broken in (string[])["Call {{ customer.first_name", "{{ 10 | divided_by: 0 }}", "{{ 1234.5 | money }}"])
            Should.Throw<UnfilledTextException>(() => filler.Fill(broken, context)).Message
                .ShouldStartWith("A text of this step cannot be filled in: ");
        filler.Fill("""{"n":{{ customer.first_name | json }},"x":{{ customer.nothing | json }}}""", context)
            .ShouldBe("""{"n":"Ann \u0026 Bo","x":null}""");
    }

    [Fact]
    public void Assigned_in_one_part_do_not_leak_into_the_next()
    {
        var done =
            Sample.Render(Sample.Email("{% assign secret = 'x' %}Hi", "[{{ secret }}]", "[{{ secret }}]")).ShouldBeOfType<Rendering.Done>();
        done.Html.ShouldBe("[]");
        done.Text.ShouldBe("[]");
    }
}
