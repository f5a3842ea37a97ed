using Bunit;
using FlowBuilder.Application.Sequences.Versions;
using FlowBuilder.Core.Authoring.Comparing;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Components.Sequences.Versions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Sequences.Versions;

public sealed class Versions_of_a_sequence : BunitContext
{
    private static readonly SequenceId Sequence = new(Guid.Parse("0197a000-0000-7000-8000-000000000001"));

    private static readonly IReadOnlyList<VersionOverview> Versions =
        [
            new(3, new DateTimeOffset(2026, 5, 3, 14, 0, 0, TimeSpan.Zero), "Ruth", 0),
            new(2, new DateTimeOffset(2026, 5, 2, 9, 0, 0, TimeSpan.Zero), "Tom", 1),
            new(1, new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.Zero), "Tom", 1_240)
        ];

    [Fact]
    public void Are_listed_with_who_when_and_how_many_are_inside()
    {
        var table = Render<VersionTable>(
            parameters => parameters.Add(one => one.Versions, Versions)
                .Add(one => one.Sequence, Sequence)
                .Add(one => one.Live, 3)
                .Add(one => one.Open, 2));
        table.FindAll(".inside")
            .Select(inside => inside.TextContent)
            .ShouldBe(["no one inside", "1 customer inside", "1,240 customers inside"]);
        table.FindAll("[aria-current]").ShouldHaveSingleItem().TextContent.ShouldContain("Version 2");
        table.Find("[data-testid=open-version-3]").TextContent.ShouldContain("Customers enter this one.");
        table.Find("[data-testid=open-version-1]").GetAttribute("href").ShouldBe($"/automations/sequences/{Sequence}/versions?version=1");
    }

    [Fact]
    public void Are_compared_from_the_older_to_the_newer()
    {
        var changes = Draw(
            new VersionsQuery(3, VersionFace.Changes, 1), new Difference(DifferenceKind.Rule, null, "The title is now “B” (was “A”)."));
        changes.Find("h3").TextContent.ShouldBe("From version 1 to version 3");
        changes.FindAll("[data-testid=version-differences] li").ShouldHaveSingleItem().TextContent
            .ShouldBe("The title is now “B” (was “A”).");
        changes.FindAll("option").Select(option => option.TextContent).ShouldBe(["the draft", "version 2", "version 1"]);
        changes.Find("select").Change("2");
        Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("versions?version=3&view=changes&with=2");
    }

    [Fact]
    public void That_do_the_same_say_so() =>
        Draw(new VersionsQuery(3, VersionFace.Changes, 0)).Find("[data-testid=no-differences]").TextContent.ShouldContain("No differences");

    [Theory]
    [InlineData("2", "words", null, 2, VersionFace.Words, 0)]
    [InlineData("-1", "sideways", "x", null, VersionFace.Drawing, 0)]
    [InlineData(null, "changes", "4", null, VersionFace.Changes, 4)]
    [InlineData("3", "changes", "draft", 3, VersionFace.Changes, 0)]
    public void What_is_misspelt_in_an_address_counts_as_not_there(
        string? version, string? view, string? with, int? number, VersionFace face, int other) =>
        VersionsQuery.Read(version, view, with).ShouldBe(new VersionsQuery(number, face, other));

    [Fact]
    public void A_restore_is_asked_for_once_and_for_one_sequence()
    {
        var pending = new PendingRestores();
        pending.Ask(Sequence, 2);
        pending.Take(new SequenceId(Guid.NewGuid())).ShouldBeNull();
        pending.Take(Sequence).ShouldBeNull("another designer was opened in the meantime");
        pending.Ask(Sequence, 2);
        pending.Take(Sequence).ShouldBe(2);
        pending.Take(Sequence).ShouldBeNull();
    }

    private IRenderedComponent<VersionChanges> Draw(VersionsQuery query, params Difference[] differences) =>
        Render<VersionChanges>(
            parameters => parameters.Add(one => one.Query, query)
                .Add(one => one.Sequence, Sequence)
                .Add(one => one.Versions, Versions)
                .Add(one => one.Differences, [.. differences]));
}
