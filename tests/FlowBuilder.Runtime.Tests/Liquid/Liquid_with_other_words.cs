using System.Text.Json;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Tests.Templates;
using FlowBuilder.Storage.Addresses;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

/// <summary>The cases of templates and addresses once more, with inputs nobody had in mind when they were mended.</summary>
public sealed class Liquid_with_other_words
{
    private const string Lines =
        """{"lines":[{"n":"Mow","price":"1,250.00"},{"n":"Edge","price":30}],"total":"1.234,56","note":"Ring twice\r\n\r\nmind the dog","empty":[]}""";

    /// <summary>L01 to L07.</summary>
    [Theory]
    [InlineData("{{ record.total | plus: 1 }}", "1235.56")]
    [InlineData("{% if record.total > 1000 %}over{% endif %}", "over")]
    [InlineData("{% if record.total > '1,000' %}over{% endif %}", "over")]
    [InlineData("{{ record.lines | map: 'price' | sum }}", "1280.00")]
    [InlineData("{{ record.lines | where: 'price', 1250 | map: 'n' | join }}", "Mow")]
    [InlineData("{{ '$5.50' | times: 2 }}", "11.00")]
    [InlineData("{% assign x = 5 %}{% if x == '5.0' %}same{% endif %}", "same")]
    [InlineData("{% case '5,0' %}{% when 5 %}five{% else %}other{% endcase %}", "five")]
    [InlineData("{{ 10 | divided_by: 4 }} {{ 10 | divided_by: 4.0 }}", "2 2.5")]
    [InlineData("{% if record.empty == blank %}none{% endif %}{% if record.missing == blank %}none{% endif %}", "nonenone")]
    [InlineData("{% unless record.note == blank or record.note == empty %}said{% endunless %}", "said")]
    [InlineData(
        "{% if customer.first_name and customer.first_name != blank %}Hi {{ customer.first_name }}{% else %}Hi there{% endif %}",
        "Hi there")]
    [InlineData(
        "{{ record.lines[0].n }}{{ record.lines[-1].n }}{{ record.lines.last.n }}{{ record['lines'].first['n'] }}", "MowEdgeEdgeMow")]
    [InlineData(
        "{% for line in record.empty %}x{% else %}none{% endfor %}{% for line in record.missing limit: 3 %}x{% else %}none{% endfor %}",
        "nonenone")]
    [InlineData("{% for line in record.lines %}{% if forloop.first %}{% continue %}{% endif %}{{ line.n }}{% break %}{% endfor %}", "Edge")]
    [InlineData("{{ 'éLAN vital' | capitalize }}", "Élan vital")]
    [InlineData("{{ 'ü & ß' | url_encode }}", "%C3%BC+%26+%C3%9F")]
    [InlineData("{{ '2026-06-01' | date: '%s' | plus: 86400 | date: '%d.%m.%Y' }}", "02.06.2026")]
    [InlineData("{{ 'a,b,,c' | split: ',' | reverse | join: '' }}", "cba")]
    [InlineData("{{ '<b>Ann</b> & Bo' | strip_html }}", "Ann & Bo")]
    [InlineData("{{ record.note | strip_newlines }}", "Ring twicemind the dog")]
    [InlineData("{{ nil | default: 'x' }}{{ record.empty | default: 'y' }}{{ 0 | default: 'z' }}", "xy0")]
    public void It_means_what_Shopify_says(string liquid, string expected) =>
        Plain(liquid, """{"first_name":"   ","time_zone":"UTC"}""", Lines).ShouldBe(expected);

    [Fact]
    public void Blank_lines_of_a_note_stay_in_a_letter() =>
        Sample.Html("{{ record.note | newline_to_br }}", Sample.Context(record: Lines)).ShouldBe("Ring twice<br><br>mind the dog");

    /// <summary>L08, L09.</summary>
    [Theory]
    [InlineData("""{"name":"P1@Example.com ","email":"p1@example.com"}""", "there/")]
    [InlineData("""{"name":"(555) 010-0199","phone":"+15550100199"}""", "there/")]
    [InlineData("""{"name":"Mrs. Ann-Marie O'Neil"}""", "Mrs. Ann-Marie O'Neil/Ann-Marie")]
    [InlineData("""{"name":"  Ann   Lee "}""", "Ann   Lee/Ann")]
    [InlineData("""{"name":"Cher"}""", "Cher/Cher")]
    public void An_address_is_no_name(string customer, string expected) =>
        Plain("{{ customer.name | default: 'there' }}/{{ customer.first_name }}", customer).Trim().ShouldBe(expected);

    /// <summary>W01, W02: what stands in a webhook's body is JSON, whatever the customer is called.</summary>
    [Theory]
    [InlineData(
        """{"a":"{{ customer.v }}","b":{{ customer.v | json }},"c":{{ customer.tags | json }},"d":{{ customer.missing | json }}}""")]
    [InlineData("""[{"a":"x{{ customer.v }}y"},{"b":"{{ customer.v | upcase }}"}]""")]
    [InlineData("""{"a":{"b":["{{ customer.v }}",{{ customer.v }}]}}""")]
    public void A_body_stays_JSON_with_the_same_members(string body)
    {
        var filler = new TextFiller();
        var (plain, odd) = (Read("Ann"), Read("\"},\"admin\":true,{\"x\":\"\\\r\n\u0000\u2028"));
        odd.ShouldBe(plain);

        string Read(string value)
        {
            using var json =
                JsonDocument.Parse(filler.Fill(body, Sample.Context(JsonSerializer.Serialize(new { v = value })), TextPlace.Json));
            return string.Join(' ', Shape(json.RootElement));
        }
    }

    /// <summary>P01 to P03.</summary>
    [Theory]
    [InlineData("+33.6.12.34.56.78", "US", "+33612345678")]
    [InlineData("06-12-34-56-78", "FR", "+33612345678")]
    [InlineData("+44 (0)20 7946 0958", "US", "+442079460958")]
    [InlineData("+49 (0)30/1234567", "US", "+49301234567")]
    [InlineData("(555)2040001", "US", "+15552040001")]
    [InlineData("+1 555‑204‑0001", "US", "+15552040001")]
    [InlineData("☎ 555 204 0001", "US", "+15552040001")]
    [InlineData("+1 555 204 0001 (home)", "US", "+15552040001")]
    [InlineData("tel:+1-555-204-0001;ext=12", "US", "+15552040001")]
    [InlineData("📞 (555) 204-0001", "US", "+15552040001")]
    [InlineData("555-204-0001 cell", "US", "+15552040001")]
    [InlineData("06 12 34 56 78 [mobile]", "FR", "+33612345678")]
    [InlineData("555-204-0001 fax", "US", null)]
    [InlineData("555-204-0001 Ann", "US", null)]
    [InlineData("15552040001.00", "US", "+15552040001")]
    [InlineData("0345678901", "US", null)]
    [InlineData("1555204000", "US", null)]
    [InlineData("+1 155 204 0001", "US", null)]
    [InlineData("555 204 0001 / 555 204 0002", "US", null)]
    [InlineData("unknown", "US", null)]
    [InlineData("000-000-0000", "US", null)]
    public void A_phone_number_is_that_number(string typed, string country, string? number) =>
        PhoneForm.Of(typed, country).ShouldBe(number);

    /// <summary>P06.</summary>
    [Theory]
    [InlineData("<mailto:ann@example.com>", "ann@example.com")]
    [InlineData("ann@example。com", "ann@example.com")]
    [InlineData("ann＠example．com", "ann@example.com")]
    [InlineData("ann\u2060@exam\u00adple.com", "ann@example.com")]
    [InlineData("ann@example,com", null)]
    [InlineData("ann@example.com\nBcc: all@example.com", null)]
    [InlineData("ann at example.com", null)]
    [InlineData("null", null)]
    public void An_address_is_that_address(string typed, string? form) => EmailForm.Of(typed).ShouldBe(form);

    private static string Plain(string liquid, string customer = "{}", string record = "{}") =>
        Sample.Render(Sample.Email("s", null, liquid), Sample.Context(customer, record)) is Rendering.Done done
            ? done.Text!
            : throw new InvalidOperationException("not rendered");

    private static IEnumerable<string> Shape(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Shape(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Shape).Append("]"),
        _ => [value.ValueKind == JsonValueKind.Null ? "null" : "value"],
    };
}
