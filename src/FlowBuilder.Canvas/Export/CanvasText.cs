namespace FlowBuilder.Canvas.Export;

/// <summary>Breaks text into lines where there is nobody to measure it: by a usual number of characters.</summary>
internal static class CanvasText
{
    /// <summary>At most so many lines; the last one ends in an ellipsis when something is left out.</summary>
    public static IReadOnlyList<string> Wrap(string text, double characters, int lines)
    {
        var most = Math.Max(1, (int)characters);
        var wrapped = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0 && wrapped.Count < lines)
        {
            if (rest.Length <= most)
            {
                wrapped.Add(rest);
                return wrapped;
            }

            var last = wrapped.Count == lines - 1;
            var space = rest.LastIndexOf(' ', most - 1);
            var end = space > most / 3 ? space : most - 1;
            wrapped.Add(rest[..end].TrimEnd() + (last ? "…" : ""));
            rest = rest[end..].TrimStart();
        }

        return wrapped;
    }
}
