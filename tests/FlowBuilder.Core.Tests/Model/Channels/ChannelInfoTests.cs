using System.Text.Json;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Tests.Model.Channels;

/// <summary>The table of channels.</summary>
public sealed class ChannelInfoTests
{
    public static TheoryData<Channel> Every => [.. Enum.GetValues<Channel>()];

    [Theory, MemberData(nameof(Every))]
    public void Every_channel_has_its_row_under_its_stored_name(Channel channel)
    {
        var info = ChannelInfo.Of(channel);
        info.Channel.ShouldBe(channel);
        JsonSerializer.Serialize(channel).ShouldBe($"\"{info.Name}\"");
        ChannelInfo.All.ShouldContain(info);
        ChannelNames.Read(info.Name).ShouldBe(info.Address is null ? null : channel);
    }

    [Theory, MemberData(nameof(Every))]
    public void Who_is_reached_is_asked_and_the_other_way_round(Channel channel) =>
        (ChannelInfo.Of(channel).Consent is null).ShouldBe(ChannelInfo.Of(channel).Address is null);

    [Theory, MemberData(nameof(Every))]
    public void A_no_a_yes_and_the_end_of_a_no_are_told_apart(Channel channel)
    {
        if (ChannelInfo.Of(channel).Consent is not { } consent) return;
        var left = consent.Leave(Consent.Unsaid);
        consent.HasLeft(left).ShouldBeTrue();
        consent.Allows(left).ShouldBeFalse();
        consent.Return(left).ShouldBe(Consent.Unsaid);
        consent.Allows(Consent.Unsaid).ShouldBe(!consent.NeedsYes);
        var agreed = consent.Agree(left);
        consent.HasLeft(agreed).ShouldBeFalse();
        consent.NodePhrases(agreed).ShouldBe(true);
        consent.Allows(agreed).ShouldBeTrue();
    }

    [Fact]
    public void A_no_to_one_channel_leaves_the_others_alone()
    {
        foreach (var one in ChannelInfo.All)
            foreach (var other in ChannelInfo.All)
                if (one.Consent is { } left && other.Consent is { } asked && one != other)
                    asked.HasLeft(left.Leave(Consent.Unsaid)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Channel.Email, "ann@example.com", "a…@example.com")]
    [InlineData(Channel.Email, "nothing", "an address")]
    [InlineData(Channel.Text, "+15551234567", "a number ending in 67")]
    public void An_address_is_masked_as_is_usual_for_it(Channel channel, string address, string masked) =>
        ChannelInfo.Of(channel).Address!.Masked(address).ShouldBe(masked);
}
