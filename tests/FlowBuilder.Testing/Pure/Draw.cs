using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Testing.Pure;

/// <summary>Draws the sequences most tests need: triggers, an AND or OR, a straight flow, Stop
/// Whens with their actions. Anything else is a <see cref="SequenceDocument"/> by hand.</summary>
public sealed class Draw
{
    private readonly List<Node> _nodes = [];
    private readonly List<Edge> _edges = [];
    private readonly string _title;
    private string _last;
    private int _steps;
    private int _stops;
    private SequenceSettings _settings = new() { ReEntry = new ReEntry.Always() };

    private Draw(string title, string last) => (_title, _last) = (title, last);

    /// <summary>Conditions that must all hold.</summary>
    public static ConditionGroup All(params Condition[] members) => new() { Combine = Combination.All, Members = [.. members] };

    /// <summary>Conditions of which one must hold.</summary>
    public static ConditionGroup Any(params Condition[] members) => new() { Combine = Combination.Any, Members = [.. members] };

    /// <summary>Conditions of which none may hold.</summary>
    public static ConditionGroup None(params Condition[] members) => new() { Combine = Combination.None, Members = [.. members] };

    /// <summary>Begins with a trigger, node <c>t</c>.</summary>
    public static Draw When(TriggerStep trigger, string title = "A sequence")
    {
        var draw = new Draw(title, "t");
        draw._nodes.Add(new Node { Id = "t", Kind = NodeKind.Trigger, Step = trigger });
        return draw;
    }

    /// <summary>Joins more triggers with the first by an AND with these conditions, node <c>and</c>.</summary>
    public Draw And(ConditionGroup? when, params TriggerStep[] more) => Join("and", NodeKind.And, when, more);

    /// <summary>Joins more triggers with the first by an OR with these conditions, node <c>or</c>.</summary>
    public Draw Or(ConditionGroup? when, params TriggerStep[] more) => Join("or", NodeKind.Or, when, more);

    /// <summary>Steps one after the other, nodes <c>s1</c>, <c>s2</c>...; from a wait on an event both ways lead on.</summary>
    public Draw Then(params RunnableStep[] steps)
    {
        foreach (var step in steps)
        {
            var id = $"s{++_steps}";
            _nodes.Add(new Node { Id = id, Kind = KindOf(step), Step = step });
            Lead(_last, id);
            _last = id;
        }

        return this;
    }

    /// <summary>A Stop When, nodes <c>stop1</c>, <c>stop2</c>..., with its actions <c>stop1-1</c>...</summary>
    public Draw StopWhen(ConditionGroup when, params ActionStep[] actions)
    {
        var id = $"stop{++_stops}";
        _nodes.Add(new Node { Id = id, Kind = NodeKind.StopWhen, When = when });
        for (var i = 0; i < actions.Length; i++)
        {
            _nodes.Add(new Node { Id = $"{id}-{i + 1}", Kind = NodeKind.StopAction, Step = actions[i] });
            _edges.Add(new Edge(i == 0 ? id : $"{id}-{i}", null, $"{id}-{i + 1}"));
        }

        return this;
    }

    /// <summary>Leads the last step back to an earlier one.</summary>
    public Draw BackTo(string node)
    {
        Lead(_last, node);
        return this;
    }

    /// <summary>Settings; without this customers may enter every time.</summary>
    public Draw With(SequenceSettings settings)
    {
        _settings = settings;
        return this;
    }

    /// <summary>The drawing.</summary>
    public SequenceDocument Document => new() { Title = _title, Settings = _settings, Nodes = [.. _nodes], Edges = [.. _edges] };

    private Draw Join(string id, NodeKind kind, ConditionGroup? when, TriggerStep[] more)
    {
        _nodes.Add(new Node { Id = id, Kind = kind, When = when });
        _edges.Add(new Edge(_last, null, id));
        for (var i = 0; i < more.Length; i++)
        {
            _nodes.Add(new Node { Id = $"t{i + 2}", Kind = NodeKind.Trigger, Step = more[i] });
            _edges.Add(new Edge($"t{i + 2}", null, id));
        }

        _last = id;
        return this;
    }

    private void Lead(string from, string to)
    {
        var ports = _nodes.Find(node => node.Id == from)?.Step is RunnableStep step ? step.Ports : ["out"];
        foreach (var port in ports) _edges.Add(new Edge(from, ports.Length > 1 ? port : null, to));
    }

    private static NodeKind KindOf(RunnableStep step) => step switch
    {
        WaitStep => NodeKind.Wait,
        ActionStep => NodeKind.Action,
        _ => StepAttribute.IdOf(step) == "split" ? NodeKind.Split : NodeKind.If,
    };
}
