using System.Text.Json;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>
/// What calls say about being written to is never guessed: a channel nobody knows is refused, and a person's own yes is taken from the
/// call's context alone, never from its fields.
/// </summary>
internal static class ConsentWords
{
    /// <summary>The properties, checked and with the person's yes.</summary>
    public static Properties Checked(CallType type, string name, Properties properties, OptIn? optIn, FaultList faults)
    {
        if (properties.Members.ContainsKey(OptIn.Member)) properties = properties.Without(OptIn.Member);
        if (type == CallType.Track && name is EventNames.Unsubscribed or EventNames.Subscribed or EventNames.MessageReplied)
            CheckChannel(name, properties, faults);
        return optIn is null || type is CallType.Alias or CallType.Group ? properties : OptIn.Keep(properties, optIn);
    }

    private static void CheckChannel(string name, Properties properties, FaultList faults)
    {
        if (properties.Get("channel") is not { } said || EmptyValues.IsBlank(said) || EmptyValues.IsEmptyList(said)) return;
        if (said.ValueKind != JsonValueKind.String) faults.WrongType("properties.channel", "text");
        else if (ChannelNames.Read(said.GetString()) is null && !(name == EventNames.Unsubscribed && ChannelNames.IsAll(said.GetString())))
            faults.Add("properties.channel", "unknown-value", $"must be {ChannelNames.Words}.");
    }
}
