using FlowBuilder.Runtime.Channels.Webhook;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Channels;

public sealed class Hosts_that_webhooks_may_call
{
    [Theory]
    [InlineData("Webhooks:AllowedHosts", "127.0.0.1", "127.0.0.1")]
    [InlineData("Webhooks:AllowedHosts", "127.0.0.1:8080; hooks.lan , 127.0.0.1:8080", "127.0.0.1:8080|hooks.lan")]
    [InlineData("Webhooks:AllowedHosts:0", "hooks.lan", "hooks.lan")]
    [InlineData("Webhooks:Timeout", "00:00:05", "")]
    public void Are_one_value_or_a_list(string key, string value, string hosts) =>
        string.Join('|', WebhookOptions.Read(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()).AllowedHosts)
            .ShouldBe(hosts);
}
