namespace FlowBuilder.Web.Tracking;

/// <summary>Names of events and tags as they are kept.</summary>
internal static class Names
{
    /// <summary>Line breaks and other control characters become spaces, runs of spaces one, none at the ends.</summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        });
        return string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
