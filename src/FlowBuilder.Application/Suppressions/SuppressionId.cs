using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Suppressions;

/// <summary>Names one suppression of a company, as <c>0-1-hash</c>: opaque to whoever holds it.</summary>
public readonly record struct SuppressionId(Channel Channel, SuppressionReason Reason, string Hash)
{
    /// <inheritdoc />
    public override string ToString() => $"{(int)Channel}-{(int)Reason}-{Hash}";

    /// <summary>Reads one; false when the text is none.</summary>
    public static bool TryParse(string? text, out SuppressionId id)
    {
        id = default;
        if (text?.Split('-') is not [{ Length: 1 } channel, { Length: 1 } reason, { Length: 32 } hash]
            || !char.IsAsciiDigit(channel[0])
            || !char.IsAsciiDigit(reason[0])
            || !hash.All(char.IsAsciiHexDigitLower))
            return false;
        id = new SuppressionId((Channel)(channel[0] - '0'), (SuppressionReason)(reason[0] - '0'), hash);
        return Enum.IsDefined(id.Channel) && Enum.IsDefined(id.Reason);
    }
}
