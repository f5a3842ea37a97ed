using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Sequences.Detail;

public sealed class Texts_in_steps_are_looked_over(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("https://h.example/x", """{\"p\":{{ customer.name }},}""", "not-json")]
    [InlineData("https://h.example/x", """{\"p\":\"{{ customer.name }}}""", "not-json")]
    [InlineData("https://h.example/x", "no json at all", "not-json")]
    [InlineData("https://h.example/x", """{\"p\":\"{{ customer.name \"}""", "broken-text")]
    [InlineData("https://h.example/{{ custmer.id }}", """{\"p\":1}""", "unknown-field")]
    [InlineData("https://{{ customer.host }}/x", """{\"p\":1}""", "url")]
    [InlineData(
        "https://h.example/{{ customer.id }}?n={{ customer.name }}",
        """{\"n\":\"{{ customer.name }}\",\"m\":{{ customer.missing }},\"t\":{{ customer.tags | json }}}""", null)]
    public async Task While_drawing(string url, string body, string? code)
    {
        var document = $$$"""
            { "format": "flowbuilder.sequence/1", "title": "Hook", "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Hooked" } }, { "id": "m", "kind": "action", "step": { "type": "call-webhook", "url": "{{{url}}}", "body": "{{{body}}}" } } ],
              "edges": [ { "from": "t", "to": "m" } ] }
            """;
        var answer = (await host.Manager().PostAsync("sequences/validate", document)).Expect(HttpStatusCode.OK);
        if (code is null) answer.Text.ShouldNotContain("\"field\":\"body\"");
        else answer.Text.ShouldContain(code == "url" ? "never in the host" : $"\"{code}\"");
    }
}
