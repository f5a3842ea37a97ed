namespace FlowBuilder.Runtime.Channels.Text;

/// <summary>The words by which people stop and start texts (CTIA's and the provider's list). Only a text that is nothing but the word counts.</summary>
public static class TextWords
{
    private static readonly HashSet<string> Stop = new(StringComparer.OrdinalIgnoreCase) { "STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "OPT OUT" };
    private static readonly HashSet<string> Start = new(StringComparer.OrdinalIgnoreCase) { "START", "UNSTOP" };

    public static bool IsStop(string? text) => Stop.Contains(Bare(text));

    /// <summary>YES means start only to somebody who has stopped; to others it is an answer.</summary>
    public static bool IsStart(string? text, bool stopped) => Bare(text) is var bare && (Start.Contains(bare) || (stopped && bare.Equals("YES", StringComparison.OrdinalIgnoreCase)));

    private static string Bare(string? text) => (text ?? "").Trim(' ', '\t', '\r', '\n', '.', '!', '"', '\'', '“', '”');
}
