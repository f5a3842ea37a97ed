using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Tests.Actions;

public sealed class WebhookAddressTests
{
    private static Scene Ada => Scene.Empty;

    [Theory]
    [InlineData("https://example.com/customers/{{ customer.id }}?a={{ customer.first_name }}")]
    [InlineData("https://example.com?a={{ customer.first_name }}")]
    [InlineData("https://example.com:8443/{% if customer.id %}a{% endif %}")]
    public void A_merge_field_may_stand_in_the_path_and_behind_the_question_mark(string url) => Findings(url).ShouldBeEmpty();

    [Theory]
    [InlineData("https://{{ customer.host }}/x")]
    [InlineData("https://example.com{{ customer.port }}/x")]
    [InlineData("https://example.{{ customer.x }}/")]
    [InlineData("{{ customer.url }}")]
    [InlineData("https://a{{ customer.x }}@example.com/")]
    public void But_never_in_the_host(string url)
    {
        Findings(url).ShouldHaveSingleItem().Message.ShouldContain("never in the host");
        Ada.Does($$"""{ "type": "call-webhook", "url": "{{url}}" }""").ShouldBeOfType<StepOutcome.Failed>();
    }

    private static IEnumerable<SettingFinding> Findings(string url) =>
        Scene.Step<ActionStep>($$"""{ "type": "call-webhook", "url": "{{url}}" }""").Check();
}
