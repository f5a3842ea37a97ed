using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>Which types of record a run can belong to, by the triggers that lead to each node.</summary>
internal sealed class PossibleRecords
{
    private const ulong NoRecord = 1;
    private const ulong AnyRecord = 2;
    private const int MostTypes = 62;

    private readonly List<string> _types = [];
    private readonly ulong[] _masks;
    private readonly ulong _whole;

    private PossibleRecords(Drawing drawing)
    {
        _masks = new ulong[drawing.Nodes.Length];
        var open = new Queue<int>();
        for (var i = 0; i < drawing.Nodes.Length; i++)
        {
            var mask = Start(drawing.Nodes[i]);
            _whole |= mask;
            if (mask != 0) Spread(i, mask);
        }

        while (open.TryDequeue(out var next))
            foreach (var link in drawing.Out(next)) Spread(link.To, _masks[next]);

        void Spread(int node, ulong mask)
        {
            if ((_masks[node] | mask) == _masks[node]) return;
            _masks[node] |= mask;
            open.Enqueue(node);
        }
    }

    public static PossibleRecords Of(Drawing drawing) => new(drawing);

    /// <summary>Whether every run that comes here belongs to no record.</summary>
    public bool IsWithout(int node) => _masks[node] == NoRecord;

    /// <summary>Why a condition about the run's record can never hold at a node; null when it can.</summary>
    public string? WhyNever(int node, ConditionStep condition) => Why(_masks[node], condition);

    /// <summary>Why a condition about the run's record can never hold in the whole sequence; null when it can.</summary>
    public string? WhyNeverInSequence(ConditionStep condition) => Why(_whole, condition);

    /// <summary>Words of advice when a date belongs to other types of record than the ones that
    /// come here; null when it fits or is nobody's in particular.</summary>
    public string? UsualElsewhere(int node, string property)
    {
        var mask = _masks[node];
        if ((mask & AnyRecord) != 0) return null;
        var here = Types(mask).ToArray();
        if (here.Length == 0 || here.Any(type => RecordDates.Of(type) is var dates && (dates.Count == 0 || dates.Contains(property))))
            return null;
        if (!RecordDates.AreUsual(property)) return null;
        return
            $"{Sentence(here[0])} usually has no “{property}”; it has "
                + $"{string.Join(" and ", RecordDates.Of(here[0]).Select(date => $"“{date}”"))}. Without that date the wait ends the run, "
                + $"unless it says otherwise.";
    }

    private string? Why(ulong mask, ConditionStep condition)
    {
        var needs = condition.DependsOn;
        if (!needs.OwnRecord || mask == 0 || (mask & AnyRecord) != 0) return null;
        if (mask == NoRecord) return "It asks about the same record, but nothing that starts this sequence is about a record.";
        var wanted = needs.Events.Select(EventNames.RecordTypeOf).ToArray();
        if (wanted.Length == 0 || wanted.Contains(null) || wanted.Any(type => Types(mask).Contains(type))) return null;
        return
            $"It asks for “{needs.Events.Order(StringComparer.Ordinal).First()}” about the same record, but this sequence runs for "
                + $"{Plain(Types(mask).First())}, not {Plain(wanted[0]!)}.";
    }

    private ulong Start(Node node)
    {
        if (node.Step is TriggerStep trigger && node.Kind == NodeKind.Trigger)
            return (trigger.AnyRecord ? AnyRecord : 0) | (trigger.RecordType is { } type ? Bit(type) : trigger.AnyRecord ? 0 : NoRecord);
        // An OR's own conditions are turned by events of any record, or by none.
        return Drawing.IsOwnWayIn(node) ? AnyRecord : 0;
    }

    private ulong Bit(string type)
    {
        var index = _types.IndexOf(type);
        if (index < 0 && _types.Count == MostTypes) return AnyRecord;
        if (index < 0)
        {
            index = _types.Count;
            _types.Add(type);
        }

        return 1UL << (index + 2);
    }

    private IEnumerable<string> Types(ulong mask) => _types.Where((_, index) => (mask & (1UL << (index + 2))) != 0);

    private static string Plain(string type) =>
        type switch { "todo" => "a to-do", _ when "aeiou".Contains(type[0]) => $"an {type}", _ => $"a {type}" };

    private static string Sentence(string type) => char.ToUpperInvariant(Plain(type)[0]) + Plain(type)[1..];
}
