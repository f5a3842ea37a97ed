using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Steps;
using FlowBuilder.Web.Demo;
using Shouldly;
using Xunit;

namespace FlowBuilder.Web.Tests.Demo;

public sealed class DemoSequencesTests
{
    private static readonly SequenceDocumentJson Documents = new(Catalogue.Steps);

    public static TheoryData<string> Keys => [.. DemoSequences.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_demo_sequence_can_be_published_without_a_word_of_warning(string key)
    {
        var reading = Documents.Read(DemoSequences.Read(key));
        reading.Errors.ShouldBeEmpty();
        var compilation = new PlanCompiler(Catalogue.Steps).Compile(reading.Document.ShouldNotBeNull(), Surroundings());
        compilation.Diagnostics.ShouldBeEmpty();
        compilation.Plan.ShouldNotBeNull();
    }

    [Fact]
    public void All_built_in_sequences_are_listed() =>
        DemoFiles.Names("Demo.Sequences.", ".json").ShouldBe(DemoSequences.Keys, ignoreOrder: true);

    [Fact]
    public void The_demo_shows_every_kind_of_node()
    {
        var kinds = DemoSequences.Keys
            .SelectMany(key => Documents.Read(DemoSequences.Read(key)).Document!.Nodes)
            .Select(node => node.Kind).Distinct();
        kinds.ShouldBe(Enum.GetValues<NodeKind>(), ignoreOrder: true);
    }

    private static CompileContext Surroundings() => new()
    {
        Templates = DemoTemplates.Rows(DateTimeOffset.UnixEpoch).ToDictionary(template => template.Key, template => template.Name),
        Sequences = DemoSequences.Keys
            .Select((key, number) => (Id: DemoSequences.Token(number), Documents.Read(DemoSequences.Read(key)).Document!.Title))
            .ToDictionary(one => one.Id, one => one.Title),
        People = DemoCompany.People().ToDictionary(person => person.Id, person => person.Email!),
    };
}
