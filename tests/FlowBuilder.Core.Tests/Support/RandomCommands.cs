using FlowBuilder.Core.Authoring.Commands.Edges;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Tests.Support;

/// <summary>Edits by chance, of every kind, sensible and not.</summary>
internal sealed class RandomCommands(int seed)
{
    private static readonly Palette Palette = Palette.Of(Drawn.Steps);

    private static readonly string?[] Values =
    [
        "\"vip\"", "\"P3D\"", "\"-P1D\"", "\"start_at\"", "12", "true", "{}", "[]", null, "\"\\ud800\"", "not json",
        "{\"all\":[{\"type\":\"has-tag\",\"tag\":\"x\"}]}", "[{\"port\":\"left\",\"weight\":1},{\"port\":\"right\",\"weight\":2}]",
        "[{\"port\":\"a\",\"weight\":1},{\"port\":\"b\",\"weight\":2},{\"port\":\"c\",\"weight\":3}]"
    ];

    private readonly Random _random = new(seed);

    private SequenceDocument _fragment = new();

    /// <summary>How many kinds of edit there are.</summary>
    public const int Kinds = 27;

    public int Next(int below) => _random.Next(below);

    public DesignCommand On(SequenceDocument document) => On(document, _random.Next(Kinds));

    public DesignCommand On(SequenceDocument document, int kind) => kind switch
    {
        0 => new AddNode(What(), At()),
        1 or 2 => new AddAfter(What(), Node(document), Port(document)),
        3 => document.Edges.IsEmpty ? new AddNode(What(), At()) : new InsertOnEdge(What(), Pick(document.Edges)),
        4 => new MoveBy([.. Nodes(document)], _random.Next(-500, 500), _random.Next(-500, 500)),
        5 or 6 => new Connect(Node(document), Port(document), Node(document)),
        7 =>
            document.Edges.IsEmpty ? new AutoLayout() : new Reconnect(Pick(document.Edges), Node(document), Port(document), Node(document)),
        8 => document.Edges.IsEmpty ? new AutoLayout() : new Disconnect(Pick(document.Edges)),
        9 => new Delete([.. Nodes(document)], [.. document.Edges.Where(_ => _random.Next(20) == 0)], _random.Next(2) == 0),
        10 or 11 => Setting(document),
        12 => new ChangeStep(Node(document), _random.Next(4) == 0 ? null : What().Step),
        13 => new ChangeConditions(
            Node(document),
            _random.Next(4) == 0 ? null : new ConditionGroup { Combine = Combination.Any, Members = [(Condition)Condition()] }),
        14 => Entry() is var entry ? new Retype(Node(document), entry.Kind, entry.Type) : null!,
        15 => new EditNote(Node(document), "words \u0007 and more"),
        16 => new Retitle(_random.Next(5) == 0 ? new string('x', 300) : $"Title {_random.Next(3)}"),
        17 => new Describe($"Words {_random.Next(3)}"),
        18 => new ChangeSettings(
            "re-entry",
            new SequenceSettings
            {
                MaxPasses = _random.Next(5), ReEntry = new ReEntry.AfterDays(_random.Next(3)),
                Labels = [.. Enumerable.Repeat("label", _random.Next(60))]
            }),
        19 => Copy(document),
        20 => new Duplicate([.. Nodes(document)]),
        21 => new Align([.. Nodes(document)], (AlignTo)_random.Next(6)),
        22 => new Distribute([.. Nodes(document)], _random.Next(2) == 0),
        23 => _random.Next(2) == 0 ? new AutoLayout() : new Reorder(Node(document), Node(document)),
        24 =>
            _random.Next(2) == 0
                ? new AddOtherTrigger(Trigger(), document.Nodes.FirstOrDefault(node => node.Kind == NodeKind.Trigger)?.Id ?? "nobody")
                : new Relocate(Node(document), Node(document), _random.Next(3) == 0 ? null : Port(document)),
        25 => new AddBefore(What(), Node(document)),
        26 => new RespellTag(_random.Next(2) == 0 ? "V.I.P." : "nothing"),
        _ => new ReplaceDocument(document, "Replaced"),
    };

    public NodeContent What() => Entry().Content;

    private NodeContent Trigger() => Pick(Palette.Entries.Where(entry => entry.Kind == NodeKind.Trigger).ToArray()).Content;

    private PaletteEntry Entry()
    {
        var kind = (NodeKind)_random.Next(10);
        var entries = Palette.Entries.Where(entry => entry.Kind == kind).ToArray();
        return entries[_random.Next(entries.Length)];
    }

    private DesignCommand Copy(SequenceDocument document)
    {
        if (_fragment.Nodes.IsEmpty || _random.Next(3) == 0) _fragment = Fragment.Of(document, Nodes(document));
        return new Paste(_fragment, _random.Next(2) == 0 ? null : At());
    }

    private ChangeSetting Setting(SequenceDocument document)
    {
        var withSteps = document.Nodes.Where(node => node.Step is not null).ToArray();
        if (withSteps.Length == 0) return new ChangeSetting("nobody", "tag", "\"x\"");
        var node = Pick(withSteps);
        var settings = Drawn.Steps.Catalog.Of(node.Step!).Settings;
        return new ChangeSetting(node.Id, settings.Count == 0 || _random.Next(15) == 0 ? "nothing" : Pick(settings).JsonName, Pick(Values));
    }

    private static Step Condition() =>
        Drawn.Of("o or {\"any\":[{\"type\":\"message-state\",\"step\":\"action-1\",\"state\":\"opened\"}]}", "").Nodes[0].When!.Members[0];

    private string Node(SequenceDocument document) => document.Nodes.IsEmpty || _random.Next(20) == 0 ? "nobody" : Pick(document.Nodes).Id;

    private IEnumerable<string> Nodes(SequenceDocument document)
    {
        var share = 1 + _random.Next(6);
        return document.Nodes.Where(_ => _random.Next(share) == 0).Select(node => node.Id).Append(Node(document)).Distinct();
    }

    private string Port(SequenceDocument document)
    {
        var ports = new[] { "out", "out", "yes", "no", "a", "b", "timedOut", "elsewhere" };
        return ports[_random.Next(ports.Length)];
    }

    private Position At() => new(_random.Next(-2_000, 2_000), _random.Next(-2_000, 2_000));

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
