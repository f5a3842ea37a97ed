using FlowBuilder.Core.Authoring.Comparing;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Tests.Graph;

public sealed class SettingsJsonTests
{
    private const string Nodes = "t trigger manual\na action add-tag tag=a";

    [Fact]
    public void Hours_and_owner_are_kept_by_a_document_and_by_a_stored_plan()
    {
        var document = Drawn.Of(Nodes, "t>a", """{"allowedHours":{"from":"09:00","to":"17:30"},"owner":"ruth"}""");
        document.Settings.AllowedHours.ShouldBe(new AllowedHours(new TimeOnly(9, 0), new TimeOnly(17, 30)));
        document.Settings.Owner.ShouldBe("ruth");
        Drawn.Read(Drawn.Json.Write(document)).Settings.AllowedHours.ShouldBe(document.Settings.AllowedHours);
        var plan = Drawn.Compiler.Compile(document).Plan!;
        Drawn.Plans.Read(Drawn.Plans.Write(plan)).Settings.AllowedHours.ShouldBe(document.Settings.AllowedHours);
    }

    [Theory]
    [InlineData("""{"labels":["x"]}""", true)]
    [InlineData("""{"owner":"ruth"}""", true)]
    [InlineData("""{"allowedHours":{"from":"09:00","to":"17:00"}}""", false)]
    public void What_a_sequence_does_decides_its_hash(string settings, bool same) =>
        (Drawn.Compiler.Compile(Drawn.Of(Nodes, "t>a", settings)).Plan!.Hash
            == Drawn.Compiler.Compile(Drawn.Of(Nodes, "t>a")).Plan!.Hash).ShouldBe(same);

    [Theory]
    [InlineData("""{"allowedHours":{"from":"09:00"}}""", "settings.allowedHours.to")]
    [InlineData("""{"allowedHours":{"from":"nine","to":"17:00"}}""", "settings.allowedHours.from")]
    [InlineData("""{"allowedHours":{"from":"09:00","to":"17:00","days":[]}}""", "settings.allowedHours.days")]
    [InlineData("""{"owner":7}""", "settings.owner")]
    public void What_cannot_be_read_is_named(string settings, string field) =>
        Drawn.Json.Read(Drawn.Text(Nodes, "t>a", settings)).Errors.Select(error => error.Field).ShouldContain(field);

    [Fact]
    public void They_are_told_when_versions_are_compared_and_merged_one_by_one()
    {
        var before = Drawn.Of(Nodes, "t>a");
        var hours = before with
        {
            Settings = new SequenceSettings { AllowedHours = new AllowedHours(new TimeOnly(9, 0), new TimeOnly(17, 0)) }
        };
        var owner = before with { Settings = new SequenceSettings { Owner = "ruth" } };
        Differences.Of(before, hours, Drawn.Steps).ShouldHaveSingleItem().Sentence
            .ShouldBe("Messages now go out only between 9:00 AM and 5:00 PM where the customer lives.");
        Differences.Of(before, owner, Drawn.Steps).ShouldHaveSingleItem().Sentence.ShouldBe("The owner is now a colleague.");
        var both = DesignMerge.Of(before, hours, owner, Drawn.Steps).Document!;
        (both.Settings.AllowedHours, both.Settings.Owner).ShouldBe((hours.Settings.AllowedHours, "ruth"));
    }
}
