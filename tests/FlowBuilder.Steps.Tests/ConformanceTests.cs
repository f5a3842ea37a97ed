using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Steps.Tests;

/// <summary>What every step of the catalogue must do, whatever it is.</summary>
public sealed class ConformanceTests
{
    private static readonly Conformance Asked = new(Scene.Json);

    public static TheoryData<string> Ids => [.. Steps.Catalogue.Steps.All.Select(type => type.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_an_id_a_title_an_icon_and_a_group(string id) => Asked.IsNamed(Type(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_setting_is_described(string id) => Conformance.SettingsAreDescribed(Type(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_empty_draft_reads_checks_and_runs_without_a_crash(string id) => Asked.EmptyDraftIsBorne(Type(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_filled_example_fills_every_setting_and_has_nothing_to_complain_about(string id) =>
        Asked.ExampleIsSound(Type(id), Samples.ById[id]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_JSON_comes_back_as_it_went(string id) => Asked.JsonComesBack(Samples.ById[id]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_same_input_has_the_same_outcome(string id) => Asked.SameInputSameOutcome(Type(id), Samples.ById[id]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_in_the_docs(string id) => Conformance.IsDocumented(Type(id), StepsPageTests.Page);

    private static StepType Type(string id) => Steps.Catalogue.Steps.Find(id)!;
}
