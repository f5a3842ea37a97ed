using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>How senders call the two channels through which people are written to.</summary>
public static class ChannelNames
{
    /// <summary>What senders may write, for error texts.</summary>
    public const string Words = "email or text (sms, mobile)";

    /// <summary>Stands for every channel; where somebody says no, it is both.</summary>
    public static bool IsAll(string? said) => Letters(said) is "all" or "any" or "both" or "every" or "everything" or "allchannels";

    /// <summary>Email or text; null for a name nobody knows.</summary>
    public static Channel? Read(string? said) => Letters(said) switch
    {
        "email" or "emails" or "mail" or "emailmarketing" or "emailaddress" => Channel.Email,
        "text" or "texts" or "sms" or "mms" or "rcs" or "mobile" or "phone" or "cell" or "cellphone" or "textmessage" or "textmessages" or "txt" or "smsmarketing" => Channel.Text,
        _ => null,
    };

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "The names are written in lower case.")]
    private static string Letters(string? said) => said is null ? "" : string.Concat(said.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
