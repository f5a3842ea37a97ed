using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Tests.Model.Channels;

public sealed class ChannelNamesTests
{
    [Theory]
    [InlineData("sms", Channel.Text)]
    [InlineData("SMS", Channel.Text)]
    [InlineData("Text", Channel.Text)]
    [InlineData(" text ", Channel.Text)]
    [InlineData("mobile", Channel.Text)]
    [InlineData("Text message", Channel.Text)]
    [InlineData("email", Channel.Email)]
    [InlineData("E-Mail", Channel.Email)]
    public void Channels_are_known_by_what_people_call_them(string said, Channel channel) => ChannelNames.Read(said).ShouldBe(channel);

    [Theory]
    [InlineData("whatsapp")]
    [InlineData("push")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_name_is_no_channel(string? said) => ChannelNames.Read(said).ShouldBeNull();
}
