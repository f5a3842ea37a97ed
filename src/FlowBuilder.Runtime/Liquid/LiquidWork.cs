using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>
/// What filling in a text costs, counted and not timed, so that the same text with the same data is always taken or always refused. A unit
/// is one evaluated piece, one turn of a loop, or a stretch of text that a filter reads or writes; a unit takes about a quarter of a
/// microsecond. Beside the sum it keeps which statement cost what, to name the costly place.
/// </summary>
internal sealed class LiquidWork
{
    /// <summary>Units a whole message may cost, all its parts together: about 50 ms.</summary>
    internal const long Budget = 200_000;

    private readonly Dictionary<ScriptStatement, long> _costs = [];
    private long _left;
    private long _inner;

    /// <summary>Units left.</summary>
    internal long Left => Math.Max(0, _left);

    /// <summary>Begins a text with so many units.</summary>
    internal void Begin(long left)
    {
        (_left, _inner) = (left, 0);
        _costs.Clear();
    }

    /// <summary>Counts units.</summary>
    /// <exception cref="LiquidException">There are none left.</exception>
    internal void Charge(long units)
    {
        _left -= units;
        if (_left < 0) throw new LiquidException("It takes too long to fill in.") { IsTooMuchWork = true };
    }

    /// <summary>Counts a stretch of text, so many characters a unit.</summary>
    internal void ChargeText(int characters, int perUnit) => Charge(characters / perUnit);

    /// <summary>A statement begins; what is answered is handed to <see cref="Leave"/> at its end.</summary>
    internal (long Before, long Outer) Enter()
    {
        var outer = _inner;
        _inner = 0;
        return (_left, outer);
    }

    /// <summary>A statement is over: what it cost apart from the statements inside it is its own.</summary>
    internal void Leave(ScriptStatement statement, (long Before, long Outer) entered)
    {
        var all = entered.Before - _left;
        _costs[statement] = _costs.GetValueOrDefault(statement) + all - _inner;
        _inner = entered.Outer + all;
    }

    /// <summary>Words that name the costliest statement.</summary>
    internal LiquidException Words(string source)
    {
        var costly = _costs.Count == 0
            ? null
            : _costs.OrderByDescending(cost => cost.Value).ThenBy(cost => cost.Key.Span.Start.Offset).First().Key;
        if (costly is null) return new LiquidException("The message takes too long to fill in. Make it simpler.") { IsTooMuchWork = true };
        var written = Written(source, Math.Clamp(costly.Span.Start.Offset, 0, source.Length));
        return new LiquidException(
            $"The message takes too long to fill in, most of it for “{written}”. Make loops smaller, or the texts they work on shorter.")
        {
            Line = costly.Span.Start.Line + 1, IsTooMuchWork = true,
        };
    }

    /// <summary>The tag or merge field at a place, as its author wrote it.</summary>
    internal static string Written(string source, int at)
    {
        // A statement begins where the one before it ends: behind its brackets is what was written.
        while (at < source.Length && (source[at] is '%' or '}' || char.IsWhiteSpace(source[at]))) at++;
        var from = Math.Min(at + 1, source.Length - 1);
        var (tag, field) =
            (source.LastIndexOf("{%", from, StringComparison.Ordinal), source.LastIndexOf("{{", from, StringComparison.Ordinal));
        var open = Math.Max(tag, field);
        if (open < 0) return "the text";
        var close = source.IndexOf(tag > field ? "%}" : "}}", open, StringComparison.Ordinal);
        var written = close < 0 ? source[open..] : source[open..(close + 2)];
        return written.Length > 60 ? written[..60] + "…" : written;
    }
}
