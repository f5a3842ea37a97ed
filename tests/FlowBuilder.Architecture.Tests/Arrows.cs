namespace FlowBuilder.Architecture.Tests;

/// <summary>What depends on what, and where that is said.</summary>
internal sealed class Arrows
{
    /// <summary>So many places are told of each arrow.</summary>
    public const int Shown = 3;

    private readonly Dictionary<(string From, string To), List<string>> _places = [];

    /// <summary>Notes one place; nothing depends on itself.</summary>
    public void Add(string from, string to, string place)
    {
        if (from == to) return;
        if (!_places.TryGetValue((from, to), out var places)) _places[(from, to)] = places = [];
        places.Add(place);
    }

    /// <summary>Arrows that lie on a circle, with the places that make them; those of the fewest
    /// places first, since one of them is the one to turn round.</summary>
    public IEnumerable<string> OnCircles() =>
        from arrow in _places
        where Reaches(arrow.Key.To, arrow.Key.From, [])
        orderby arrow.Value.Count, arrow.Key.From.Length
        select $"{arrow.Key.From} -> {arrow.Key.To}, {arrow.Value.Count} places: {string.Join("; ", arrow.Value.Take(Shown))}";

    private bool Reaches(string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && _places.Keys.Any(arrow => arrow.From == from && Reaches(arrow.To, to, seen)));
}
