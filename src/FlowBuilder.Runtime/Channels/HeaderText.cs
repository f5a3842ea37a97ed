namespace FlowBuilder.Runtime.Channels;

/// <summary>What may stand in a header line of an email or call.</summary>
internal static class HeaderText
{
    /// <summary>Whether a value would end its header line or begin another: CR, LF, NUL and the other controls.</summary>
    internal static bool Breaks(string? value) => value is not null && value.AsSpan().ContainsAnyInRange('\0', '\x1f');

    /// <summary>A value of our own (a company's name) made harmless.</summary>
    internal static string Harmless(string value) =>
        Breaks(value) ? string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter)) : value;
}
