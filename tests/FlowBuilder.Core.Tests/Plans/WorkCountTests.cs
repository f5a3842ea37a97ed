using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using FlowBuilder.Core.Authoring.Comparing;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Tests.Plans;

/// <summary>What the largest drawings cost, counted in steps and never in time: each was once the
/// square of the number of nodes, or worse.</summary>
public sealed class WorkCountTests
{
    private const int Many = 9_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Findings_of_several_checks_are_put_in_order_with_few_comparisons(int checks)
    {
        var found = Enumerable.Range(0, checks)
            .SelectMany(
                check => Enumerable.Range(0, Many)
                    .Select(
                        node => new Diagnostic(
                            $"check-{check}", check % 2 == 0 ? Severity.Error : Severity.Warning, Node(node), null, ""))).ToArray();
        var order = new FindingOrder();
        var first = order.First(found, id => int.Parse(id, CultureInfo.InvariantCulture), 1_000);
        first.ShouldBe(found.OrderByDescending(one => one.Severity)
            .ThenBy(one => int.Parse(one.Node!, CultureInfo.InvariantCulture)).ToArray()
            .Take(1_000));
        order.Comparisons.ShouldBeLessThan((long)(3 * found.Length * Math.Log2(found.Length)));
    }

    [Fact]
    public void Nine_thousand_loose_emails_are_told_of_in_the_order_they_are_drawn()
    {
        var email = Drawn.Of("e action email-customer template=gone", "").Nodes[0];
        var compilation = Drawn.Compiler.Compile(
            new SequenceDocument
            {
                Title = "Loose", Nodes = [.. Enumerable.Range(0, Many).Select(number => email with { Id = $"e{number}" })]
            },
            new CompileContext { Templates = new Dictionary<string, string> { ["here"] = "Here" } });
        compilation.Diagnostics.Length.ShouldBe(PlanCompiler.MostDiagnostics);
        compilation.Diagnostics
            .Take(5)
            .Select(found => (found.Code, found.Node))
            .ShouldBe([
                ("no-trigger", null), ("unknown-template", "e0"), ("unreachable-node", "e0"), ("unknown-template", "e1"),
                ("unreachable-node", "e1")
            ]);
    }

    [Fact]
    public void The_message_before_a_long_row_of_tags_is_looked_for_once()
    {
        var nodes = Drawn.Of("t trigger manual\nm action email-customer template=x\na action add-tag tag=sent", "").Nodes;
        var tags = Enumerable.Range(0, Many).Select(number => nodes[2] with { Id = Node(number) });
        var edges = Enumerable.Range(1, Many - 1).Select(number => new Edge(Node(number - 1), null, Node(number)));
        var drawing = DrawingOf([.. nodes.Take(2), .. tags], [new Edge("t", null, "m"), new Edge("m", null, Node(0)), .. edges]);
        var messages = new MessagesBefore(drawing);
        for (var node = drawing.Nodes.Length - 1; node >= 2; node--) messages.Of(node).ShouldBe(1);
        messages.Of(0).ShouldBeNull();
        messages.Of(1).ShouldBeNull();
        messages.Walked.ShouldBeLessThanOrEqualTo(drawing.Nodes.Length);
    }

    [Fact]
    public void In_a_circle_of_tags_there_is_no_message_before()
    {
        var drawing = Drawn.Of("a action add-tag tag=sent\nb action add-tag tag=sent\nc action add-tag tag=sent", "a>b b>c c>a");
        var messages = new MessagesBefore(DrawingOf(drawing.Nodes, drawing.Edges));
        Enumerable.Range(0, 3).Select(messages.Of).ShouldAllBe(message => message == null);
        messages.Walked.ShouldBe(3);
    }

    [Fact]
    public void A_new_tag_is_compared_only_with_tags_that_are_spelled_much_like_it()
    {
        var known = new TagSpellings(Enumerable.Range(0, 5_000)
            .Select(number => $"customer group {(char)('a' + (number % 26))}{number:X6}"));
        for (var number = 0; number < Many; number++) known.NearDuplicate($"something else {number:X6}x");
        known.Compared.ShouldBe(0);
        known.NearDuplicate("Customer-Group a000000").ShouldBe("customer group a000000");
    }

    [Fact]
    public void Many_known_tags_are_told_alike_as_one_by_one() =>
        Gen.String[Gen.Char["abAB12 -"], 0, 8].Array[0, 30]
            .Select(Gen.String[Gen.Char["abAB12 -"], 0, 8].Array[1, 10])
            .Sample((known, asked) =>
            {
                var spellings = new TagSpellings(known);
                return asked.All(tag => spellings.NearDuplicate(tag) == TagSpelling.NearDuplicates(tag, known).FirstOrDefault());
            });

    [Fact]
    public void The_ways_out_of_a_split_are_not_listed_for_ever()
    {
        var split = Drawn.Of(
            $$"""s split [{{string.Join(", ", Enumerable.Range(0, Many).Select(way => $$"""{"port":"way{{way}}","weight":1}"""))}}]""",
            "").Nodes[0];
        var target = Drawn.Of("a action add-tag tag=x", "").Nodes[0];
        var drawing = DrawingOf([split, target], [.. Enumerable.Range(0, Many).Select(way => new Edge("s", $"no{way}", "a"))]);
        drawing.Trouble.Length.ShouldBe(Many);
        drawing.Trouble.ShouldAllBe(found => found.Code == "wrong-port" && found.Message.Length < 200);
        drawing.Trouble[0].Message.ShouldEndWith("way8, way9, ....");
    }

    [Fact]
    public void The_steps_of_a_drawing_are_looked_through_once_however_many_name_each_other()
    {
        var looked = 0;
        var names = NodeNames.Of(Names.Unknown, Enumerable.Range(0, Many).Select(number =>
        {
            looked++;
            return (Node(number), (Step?)null);
        }));
        for (var number = 0; number < Many; number++) names.Node(Node(number));
        looked.ShouldBe(Many);
    }

    [Fact]
    public void Thousands_of_notes_in_one_place_find_places_of_their_own_with_few_looks()
    {
        var options = LayoutOptions.Standard;
        var taken = new TakenPlaces([], options);
        var places = new List<Box>();
        for (var note = 0; note < Many; note++)
        {
            places.Add(taken.FreeBelow(new Box(0, 0, options.NoteWidth, options.NoteHeight), options.RowGap / 4));
            taken.Add(places[^1]);
        }

        places.Select(place => place.Y)
            .ShouldBe(Enumerable.Range(0, Many).Select(note => note * (options.NoteHeight + (options.RowGap / 4))));
        taken.LookedAt.ShouldBeLessThan(20L * Many);
    }

    [Fact]
    public void All_notes_of_a_drawing_come_to_lie_apart()
    {
        var notes = Enumerable.Range(0, 300).Select(number => new Node { Id = Node(number), Kind = NodeKind.Note, Text = "x" });
        var action = Drawn.Of("a action add-tag tag=x", "").Nodes[0];
        var document = new SequenceDocument { Title = "Notes", Nodes = [action, .. notes] };
        var places = LayeredLayout.Of(document).ToDictionary(place => place.Id, place => place.At);
        var boxes = document.Nodes.Select(node => LayoutOptions.Standard.BoxOf(node with { At = places[node.Id] })).ToArray();
        for (var one = 0; one < boxes.Length; one++)
            for (var other = one + 1; other < boxes.Length; other++) boxes[one].Overlaps(boxes[other]).ShouldBeFalse();
    }

    [Fact]
    public void A_stop_when_that_bars_every_way_in_is_told_of_and_one_that_bars_some_is_advice()
    {
        const string Nodes = """
            t trigger estimate-sent
            u trigger invoice-created
            one and {"all":[{"type":"has-tag","tag":"x"}]}
            two and {"all":[{"type":"has-tag","tag":"y"}]}
            a action add-tag tag=z

            """;
        Codes("""s stopWhen {"any":[{"type":"has-tag","tag":"x"},{"type":"has-tag","tag":"y"}]}""").ShouldBe([Severity.Error]);
        Codes("""s stopWhen {"any":[{"type":"has-tag","tag":"x"},{"type":"has-tag","tag":"q"}]}""").ShouldBe([Severity.Warning]);
        Codes("""s stopWhen {"any":[{"type":"has-tag","tag":"q"}]}""").ShouldBeEmpty();

        IEnumerable<Severity> Codes(string stop) =>
            Drawn.Compiler
                .Compile(Drawn.Of(Nodes + stop, "t>one u>two one>a two>a")).Diagnostics
                .Where(found => found.Code == "stop-blocks-entry")
                .Select(found => found.Severity);
    }

    [Fact]
    public void What_many_steps_lead_to_through_a_long_new_row_is_told_for_each()
    {
        var nodes = Drawn.Of(
            "t trigger manual\ni if {\"all\":[{\"type\":\"has-tag\",\"tag\":\"x\"}]}\na action add-tag tag=x\nz action add-tag tag=z",
            "").Nodes;
        var ifs = Enumerable.Range(0, 200).Select(number => nodes[1] with { Id = $"i{number}" }).ToArray();
        var before = new SequenceDocument
        {
            Nodes = [nodes[0], .. ifs, nodes[3]], Edges = [.. Row("i", 200, "no"), .. ifs.Select(one => new Edge(one.Id, "yes", "z"))]
        };
        var row = Enumerable.Range(0, 200).Select(number => nodes[2] with { Id = $"a{number}" });
        var put = before with
        {
            Nodes = [.. before.Nodes, .. row],
            Edges =
            [
                .. Row("i", 200, "no"), .. ifs.Select(one => new Edge(one.Id, "yes", "a0")), .. Row("a", 200, null),
                new Edge("a199", null, "z")
            ]
        };
        Differences.Of(before, put, Drawn.Steps)
            .ShouldNotContain(one => one.Kind == DifferenceKind.Connection && one.Sentence.StartsWith("After", StringComparison.Ordinal));
        var ended = put with { Edges = [.. put.Edges.Where(edge => edge.To != "z")] };
        Differences.Of(before, ended, Drawn.Steps)
            .Count(one => one.Sentence.StartsWith("Nothing follows", StringComparison.Ordinal))
            .ShouldBe(200);
    }

    private static IEnumerable<Edge> Row(string name, int length, string? port) =>
        Enumerable.Range(1, length - 1).Select(number => new Edge($"{name}{number - 1}", port, $"{name}{number}"));

    private static Drawing DrawingOf(ImmutableArray<Node> nodes, ImmutableArray<Edge> edges) =>
        new(new SequenceDocument { Title = "Many", Nodes = nodes, Edges = edges }, Drawn.Steps, CompileContext.Unknown);

    private static string Node(int number) => number.ToString(CultureInfo.InvariantCulture);
}
