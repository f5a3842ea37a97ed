using System.Text;
using CsCheck;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Core.Tests.Plans;

public sealed class OddSettingTests
{
    private static readonly string[] Odd =
    [
        "null", "5", "-1", "1e400", "99999999999999999999", "1.5", "true", "\"\"", "\"x\"", "\" \"", "\"P1D\"", "\"-P1D\"", "\"P1000000Y\"",
        "\"PT9999999H\"", "\"2026-02-30\"", "\"02-29\"",
        "\"25:00\"", "\"09:00\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"mon\"", "\"between\"", "\"email\"",
        "\"same\"", "\"user:1\"", "\"role:\"", "\"{{\"", "\"http://[\"",
        "[]", "[null]", "[5]", "[\"x\"]", "[\"mon\",\"mon\"]", "[[]]", "[{}]", "[{\"property\":null}]",
        "[{\"property\":\"a\",\"op\":\"between\",\"value\":[]}]", "[{\"port\":null,\"weight\":1},{\"port\":\"a\",\"weight\":-5}]",
        "{}", "{\"a\":null}", "{\"all\":[]}", "{\"any\":[{\"type\":\"has-tag\"}]}", "{\"none\":[{\"all\":[]}]}", "{\"type\":\"has-tag\"}",
        "{\"a\":{\"b\":[1,{\"c\":\"{{ x }}\"}]}}",
    ];

    public static TheoryData<string> Types => new(Drawn.Steps.Catalog.All.Select(type => type.Id));

    /// <summary>Either it is refused with a field, or everything that is asked of a step while drawing is answered.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void A_step_with_any_settings_is_refused_or_answered_for(string id)
    {
        var type = Drawn.Steps.Catalog.Find(id)!;
        foreach (var setting in type.Settings)
            foreach (var odd in Odd)
                Try(type, $"\"{setting.JsonName}\":{odd}");
    }

    [Fact]
    public void A_damaged_document_is_refused_or_read_but_never_thrown_at() =>
        Gen.Select(Gen.Int[0, 2_000], Gen.Byte, Gen.Int[0, 2_000], Gen.Int[0, 40]).Sample(
            (place, octet, cut, length) =>
            {
                var bytes = Encoding.UTF8.GetBytes(Drawn.Example).ToList();
                bytes[place % bytes.Count] = octet;
                var from = cut % bytes.Count;
                bytes.RemoveRange(from, Math.Min(length, bytes.Count - from));
                var reading = Drawn.Json.Read(bytes.ToArray());
                (reading.Document is null).ShouldBe(reading.Errors.Count > 0);
                if (reading.Document is { } document) Drawn.Compiler.Compile(document);
            },
            iter: 5_000);

    private static void Try(StepType type, string setting)
    {
        var (kind, field) = type.Kind switch
        {
            StepKind.Condition => ("and", $$"""{"all":[{"type":"{{type.Id}}",{{setting}}}]}"""),
            StepKind.Flow => (type.Id, ""),
            _ => (type.Kind.ToString().ToLowerInvariant(), $$"""{"type":"{{type.Id}}",{{setting}}}"""),
        };
        var node = kind switch
        {
            "and" => $"\"when\":{field}",
            "if" or "split" => setting,
            _ => $"\"step\":{field}",
        };
        var trigger = kind == "trigger"
            ? $"{{\"id\":\"t\",\"kind\":\"trigger\",{node}}}"
            : $"{{\"id\":\"t\",\"kind\":\"trigger\",\"step\":{{\"type\":\"manual\"}}}},{{\"id\":\"n\",\"kind\":\"{kind}\",{node}}}";
        var edges = kind == "trigger"
            ? """[{"from":"t","to":"a"}]"""
            : $$"""[{"from":"t","to":"n"},{"from":"n","port":"{{(kind == "if" ? "yes" : kind == "split" ? "a" : "out")}}","to":"a"}]""";
        var json =
            $"{{\"format\":\"flowbuilder.sequence/1\",\"title\":\"x\",\"nodes\":[{trigger},{{\"id\":\"a\",\"kind\":\"action\",\"step\":{{\"type\":\"add-tag\",\"tag\":\"x\"}}}}],\"edges\":{edges}}}";
        var reading = Drawn.Json.Read(json);
        if (reading.Document is not { } document)
        {
            reading.Errors.ShouldAllBe(error => error.Field.StartsWith("nodes[", StringComparison.Ordinal), json);
            return;
        }

        var compilation = Drawn.Compiler.Compile(document);
        Drawn.Json.Write(Drawn.Read(Drawn.Json.Write(document))).ShouldBe(Drawn.Json.Write(document));
        foreach (var step in document.Nodes.Select(drawn => (Step?)drawn.When ?? drawn.Step).OfType<Step>())
            step.Sentence(Names.Unknown).ShouldNotBeNull();
        if (compilation.Plan is { } plan) SentenceView.Of(plan).ShouldNotBeEmpty();
    }
}
