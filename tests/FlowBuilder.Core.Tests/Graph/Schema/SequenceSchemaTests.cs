using System.Text.Json;
using CsCheck;
using FlowBuilder.Core.Graph.Schema;
using FlowBuilder.Steps;

namespace FlowBuilder.Core.Tests.Graph.Schema;

public sealed class SequenceSchemaTests
{
    private static readonly SchemaJudge Judge = new(JsonDocument.Parse(SequenceSchema.Write(Catalogue.Steps)).RootElement);

    [Fact]
    public void The_contract_example_fits() => Refusal(Drawn.Example).ShouldBeNull();

    [Fact]
    public void Whatever_is_written_fits() =>
        RandomDrawings.Hostile.Sample(document => Refusal(Drawn.Json.Write(document)).ShouldBeNull(), iter: 500);

    [Theory]
    [InlineData("""{"format":"other"}""")]
    [InlineData("""{"format":"flowbuilder.sequence/1","colour":1}""")]
    [InlineData("""{"format":"flowbuilder.sequence/1","nodes":[{"id":"a","kind":"action","step":{"type":"fly"}}]}""")]
    [InlineData("""{"format":"flowbuilder.sequence/1","nodes":[{"id":"a","kind":"action","step":{"type":"add-tag","tag":5}}]}""")]
    [InlineData(
        """{"format":"flowbuilder.sequence/1","nodes":[{"id":"a","kind":"wait","step":{"type":"wait-for","duration":"2 days"}}]}""")]
    [InlineData("""{"format":"flowbuilder.sequence/1","nodes":[{"id":"a","kind":"and","when":{"all":[],"any":[]}}]}""")]
    public void What_the_reader_refuses_the_schema_refuses_too(string json)
    {
        Drawn.Json.Read(json).Errors.ShouldNotBeEmpty();
        Refusal(json).ShouldNotBeNull();
    }

    [Fact]
    public void Every_step_has_its_own_definition()
    {
        using var schema = JsonDocument.Parse(SequenceSchema.Write(Catalogue.Steps));
        foreach (var type in Catalogue.Steps.All.Where(type => type.Kind != Core.Steps.Catalogue.StepKind.Flow))
            schema.RootElement.GetProperty("$defs").TryGetProperty($"step-{type.Id}", out _).ShouldBeTrue(type.Id);
    }

    private static string? Refusal(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Judge.Refuse(document.RootElement);
    }
}
