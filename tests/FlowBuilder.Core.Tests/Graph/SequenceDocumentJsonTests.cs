using System.Text;

namespace FlowBuilder.Core.Tests.Graph;

public sealed class SequenceDocumentJsonTests
{
    private const string Head = """{"format":"flowbuilder.sequence/1",""";

    [Theory]
    [InlineData("""{"title":"x"}""", "format", "required")]
    [InlineData("""{"format":"other/1"}""", "format", "wrong-format")]
    [InlineData("""[]""", "", "wrong-type")]
    [InlineData("""null""", "", "wrong-type")]
    [InlineData("", "", "not-json")]
    [InlineData("{", "", "not-json")]
    [InlineData(Head + """ "title":5}""", "title", "wrong-type")]
    [InlineData(Head + """ "title":"a","title":"b"}""", "title", "duplicate-member")]
    [InlineData(Head + """ "colour":"red"}""", "colour", "unknown-member")]
    [InlineData(Head + """ "nodes":{}}""", "nodes", "wrong-type")]
    [InlineData(Head + """ "nodes":[5]}""", "nodes[0]", "wrong-type")]
    [InlineData(Head + """ "nodes":[{"kind":"note"}]}""", "nodes[0].id", "required")]
    [InlineData(Head + """ "nodes":[{"id":"a"}]}""", "nodes[0].kind", "required")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"Action"}]}""", "nodes[0].kind", "invalid-value")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":3}]}""", "nodes[0].kind", "invalid-value")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"note","at":[1]}]}""", "nodes[0].at", "wrong-type")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"note","at":["1",2]}]}""", "nodes[0].at", "wrong-type")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"note","step":{"type":"add-tag"}}]}""", "nodes[0].step", "unknown-member")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"action","step":{}}]}""", "nodes[0].step.type", "required")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"action","step":{"type":"fly"}}]}""", "nodes[0].step.type", "unknown-step")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"action","step":{"type":"manual"}}]}""", "nodes[0].step.type", "wrong-step")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"action","step":{"type":"add-tag","tag":5}}]}""", "nodes[0].step.tag", "wrong-type")]
    [InlineData(
        Head + """ "nodes":[{"id":"a","kind":"action","step":{"type":"add-tag","tagg":"x"}}]}""", "nodes[0].step.tagg", "unknown-member")]
    [InlineData(
        Head + """ "nodes":[{"id":"a","kind":"wait","step":{"type":"wait-for","duration":"2 days"}}]}""", "nodes[0].step.duration",
        "invalid-value")]
    [InlineData(
        Head + """ "nodes":[{"id":"a","kind":"wait","step":{"type":"wait-for","duration":"P2D","late":"SEND"}}]}""", "nodes[0].step.late",
        "invalid-value")]
    [InlineData(
        Head + """ "nodes":[{"id":"a","kind":"wait","step":{"type":"wait-for","duration":"P2D","late":1}}]}""", "nodes[0].step.late",
        "invalid-value")]
    [InlineData(
        Head + """ "nodes":[{"id":"a","kind":"split","ports":[{"port":"a","weight":"many"}]}]}""", "nodes[0].ports[0].weight",
        "wrong-type")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"split","ports":[{"port":"a","size":1}]}]}""", "nodes[0].ports[0].size", "wrong-type")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"and","when":{}}]}""", "nodes[0].when", "invalid-value")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"and","when":{"all":[],"any":[]}}]}""", "nodes[0].when", "invalid-value")]
    [InlineData(Head + """ "nodes":[{"id":"a","kind":"and","when":{"all":{}}}]}""", "nodes[0].when.all", "wrong-type")]
    [InlineData(
        Head + """ "nodes":[{"id":"a","kind":"and","when":{"all":[{"type":"add-tag"}]}}]}""", "nodes[0].when.all[0].type", "wrong-step")]
    [InlineData(
        Head + """ "nodes":[{"id":"a","kind":"if","when":{"all":[{"any":[{"type":"has-tag","tag":true}]}]}}]}""",
        "nodes[0].when.all[0].any[0].tag", "wrong-type")]
    [InlineData(Head + """ "edges":[{"from":"a"}]}""", "edges[0].to", "required")]
    [InlineData(Head + """ "edges":[{"from":"a","to":"b","colour":1}]}""", "edges[0].colour", "unknown-member")]
    [InlineData(Head + """ "settings":{"reEntry":{"policy":"sometimes"}}}""", "settings.reEntry.policy", "invalid-value")]
    [InlineData(Head + """ "settings":{"reEntry":{"policy":"afterDays"}}}""", "settings.reEntry.days", "required")]
    [InlineData(Head + """ "settings":{"reEntry":{"policy":"never","days":3}}}""", "settings.reEntry.days", "unknown-member")]
    [InlineData(Head + """ "settings":{"maxPasses":1.5}}""", "settings.maxPasses", "wrong-type")]
    [InlineData(Head + """ "settings":{"labels":[1]}}""", "settings.labels[0]", "wrong-type")]
    [InlineData(Head + """ "title":"a\u0000b"}""", "title", "null-character")]
    [InlineData(Head + """ "title":"a\ud800b"}""", "title", "lone-surrogate")]
    [InlineData(Head + """ "title":"a\udc00b"}""", "title", "lone-surrogate")]
    [InlineData(Head + """ "ti\u0000tle":"a"}""", "", "null-character")]
    [InlineData(
        Head + """ "nodes":[{"id":"a","kind":"action","step":{"type":"add-tag","tag":"\ud83d"}}]}""", "nodes[0].step.tag",
        "lone-surrogate")]
    public void What_is_no_document_is_refused_with_its_field(string json, string field, string code)
    {
        var reading = Drawn.Json.Read(json);
        reading.Document.ShouldBeNull();
        reading.Errors.Select(error => (error.Field, error.Code)).ShouldContain((field, code));
    }

    [Theory]
    [InlineData("""{"format":"flowbuilder.sequence/1"}""")]
    [InlineData(Head + """ "title":"😀 \ud83d\ude00","nodes":[],"edges":[]}""")]
    [InlineData(Head
        + """ "nodes":[{"id":"a","kind":"action"},{"id":"b","kind":"if"},{"id":"c","kind":"split"},{"id":"d","kind":"stopWhen"},{"id":"e","kind":"wait","step":{"type":"wait-for"}}],"edges":[{"from":"a","to":"nowhere"}]}""")]
    [InlineData(Head + """ "title":null,"settings":null,"nodes":[{"id":"a","kind":"action","step":null,"at":null}]}""")]
    public void A_half_drawn_document_is_a_draft(string json) => Drawn.Json.Read(json).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void JSON_of_any_depth_is_refused(string open)
    {
        var reading = Drawn.Json.Read(string.Concat(Enumerable.Repeat(open, 10_000)));
        reading.Errors.ShouldHaveSingleItem().Code.ShouldBe("too-deep");
    }

    [Fact]
    public void Over_long_texts_are_refused()
    {
        Drawn.Json.Read($$"""{{Head}} "title":"{{new string('x', 201)}}"}""").Errors.ShouldHaveSingleItem().Field.ShouldBe("title");
        Drawn.Json.Read(
            Head
            + """ "nodes":[{"id":"a","kind":"action","step":{"type":"add-note","text":"?"}}]}""".Replace(
                "?", new string('x', 20_001), StringComparison.Ordinal)).Errors.ShouldHaveSingleItem().Code
            .ShouldBe("too-long");
        Drawn.Json.Read(new string(' ', 10_000_000)).Errors.ShouldHaveSingleItem().Code.ShouldBe("too-large");
    }

    [Fact]
    public void Broken_UTF_8_and_halves_of_characters_are_refused()
    {
        Drawn.Json.Read(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }).Errors.ShouldHaveSingleItem().Code.ShouldBe("not-json");
        Drawn.Json.Read("\"\ud800\"").Errors.ShouldHaveSingleItem().Code.ShouldBe("lone-surrogate");
        Drawn.Json.Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Drawn.Example)).ToArray()).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_thousand_mistakes_are_counted_not_all_told()
    {
        var nodes = string.Join(',', Enumerable.Repeat("5", 1_000));
        Drawn.Json.Read($$"""{{Head}} "nodes":[{{nodes}}]}""").Errors.Count.ShouldBe(100);
    }

    [Fact]
    public void Every_step_of_the_catalogue_comes_back_from_its_JSON()
    {
        foreach (var type in Drawn.Steps.Catalog.All)
        {
            var empty = (Core.Steps.Step)Activator.CreateInstance(type.Class)!;
            foreach (var full in new[] { false, true })
            {
                var text = Drawn.Steps.ToText(empty, full);
                using var json = System.Text.Json.JsonDocument.Parse(text);
                var errors = new Core.Steps.Json.FieldErrors();
                var back = Drawn.Steps.Read(json.RootElement, "", errors);
                errors.All.ShouldBeEmpty(type.Id);
                Drawn.Steps.ToText(back!, full).ShouldBe(text);
                text.ShouldStartWith($"{{\"type\":\"{type.Id}\"");
            }
        }
    }
}
