using System.Collections;
using FlowBuilder.Runtime.Liquid.Data;

namespace FlowBuilder.Runtime.Liquid.Filters;

/// <summary>Liquid's filters for lists (shopify.dev/docs/api/liquid/filters), and <c>default</c>. A text is a list of one.</summary>
internal static class ListFilters
{
    internal static IEnumerable<(string Name, Func<FilterCall, object?> Apply)> All { get; } =
    [
        ("default", Default),
        ("first", call => call.Input is string ? null : call.Members.FirstOrDefault()),
        ("last", call => call.Input is string ? null : call.Members.LastOrDefault()),
        ("size", call =>
            call.Input switch { FieldView view => view.Count, IEnumerable and not string => Counted(call).Count, _ => call.Text.Length }),
        ("join", call => string.Join(call.TextAt(0, " "), Counted(call).Select(member => call.Context.ObjectToString(member) ?? ""))),
        ("reverse", call => new ListView(Enumerable.Reverse(Counted(call)))),
        ("compact", call => new ListView(Counted(
            call).Where(member => (call.Count > 0 ? FilterCall.Property(member, call.TextAt(0)) : member) is not null))),
        ("concat", call => new ListView([.. Counted(call), .. LiquidLists.Whole(call.At(0)).Cast<object?>()])),
        ("map", call => new ListView(Counted(call).Select(member => FilterCall.Property(member, call.TextAt(0))))),
        ("uniq", call => new ListView(Counted(
            call).DistinctBy(member => Key(call, call.Count > 0 ? FilterCall.Property(member, call.TextAt(0)) : member)))),
        ("sort", call => Sorted(call, natural: false)),
        ("sort_natural", call => Sorted(call, natural: true)),
        ("sum", Sum),
        ("where", call => new ListView(Counted(call).Where(member => Fits(call, member)))),
        ("reject", call => new ListView(Counted(call).Where(member => !Fits(call, member)))),
        ("find", call => Counted(call).Find(member => Fits(call, member))),
        ("find_index", call => Counted(call).FindIndex(member => Fits(call, member)) is >= 0 and var index ? index : null),
        ("has", call => Counted(call).Exists(member => Fits(call, member))),
        ("slice", Slice),
    ];

    /// <summary>The members in a list of their own; each costs something, however they come.</summary>
    private static List<object?> Counted(FilterCall call)
    {
        var members = new List<object?>();
        foreach (var member in call.Members)
        {
            call.Context.Work.Charge(2);
            members.Add(member);
        }

        return members;
    }

    private static object? Default(FilterCall call)
    {
        var isNothing = call.Input is null or LiquidBlank
            || LiquidBlank.Empty.Is(call.Input)
            || (call.Input is false && call.At(1) is not true);
        return isNothing ? call.At(0) : call.Input;
    }

    private static object? Sum(FilterCall call)
    {
        var sum = 0m;
        foreach (var member in Counted(call))
            sum += LiquidNumbers.OrNought(call.Count > 0 ? FilterCall.Property(member, call.TextAt(0)) : member);
        return LiquidNumbers.Kept(sum);
    }

    private static ListView Sorted(FilterCall call, bool natural)
    {
        var by = call.Count > 0 ? call.TextAt(0) : null;
        var comparer = Comparer<object?>.Create((one, two) => LiquidComparing.Sorted(one, two, natural));
        return new ListView(Counted(call)
            .Select(member => (Member: member, Key: by is null ? member : FilterCall.Property(member, by)))
            .OrderBy(pair => pair.Key, comparer)
            .Select(pair => pair.Member));
    }

    private static bool Fits(FilterCall call, object? member)
    {
        var value = FilterCall.Property(member, call.TextAt(0));
        return call.Count > 1 ? LiquidComparing.Same(value, call.At(1), call.Context.Zone) : value is not (null or false);
    }

    private static object? Slice(FilterCall call)
    {
        if (!call.HasText) return null;
        var (from, length) = (call.WholeAt(0, 0), Math.Max(0, call.WholeAt(1, 1)));
        if (call.Input is IEnumerable and not string)
        {
            var members = Counted(call);
            var start = from < 0 ? members.Count + from : from;
            return start < 0 ? new ListView() : new ListView(members.Skip(start).Take(length));
        }

        var text = call.Text;
        var at = from < 0 ? text.Length + from : from;
        return at < 0 || at >= text.Length ? "" : text.Substring(at, (int)Math.Min(length, text.Length - (long)at));
    }

    private static string Key(FilterCall call, object? value) => $"{(value is string ? 's' : 'o')}{call.Context.ObjectToString(value)}";
}
