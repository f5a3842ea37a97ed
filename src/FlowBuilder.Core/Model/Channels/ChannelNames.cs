using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Model.Channels;

/// <summary>How senders call the channels through which people are written to.</summary>
public static class ChannelNames
{
    /// <summary>What senders may write, for error texts.</summary>
    public static string Words { get; } = string.Join(" or ", ChannelInfo.All.Select(row => row.Sayable).OfType<string>());

    /// <summary>Stands for every channel; where somebody says no, it is all of them.</summary>
    public static bool IsAll(string? said) => Letters(said) is "all" or "any" or "both" or "every" or "everything" or "allchannels";

    /// <summary>The channel; null for a name nobody knows.</summary>
    public static Channel? Read(string? said)
    {
        var letters = Letters(said);
        foreach (var row in ChannelInfo.All)
            if (row.Sayable is not null && (letters == row.Name || row.CalledAlso.Contains(letters))) return row.Channel;
        return null;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "The names are written in lower case.")]
    private static string Letters(string? said) => said is null ? "" : string.Concat(said.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
