using Bunit;
using FlowBuilder.Web.Components.Designer.Search;
using FlowBuilder.Web.Tests.Components.Designer.Model;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Search;

public sealed class Finding_a_step : BunitContext
{
    private readonly List<string> _gone = [];

    public Finding_a_step() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Theory]
    [InlineData("create a to-do", "call")]
    [InlineData("2 days", "w")]
    [InlineData("spring ruth", "n")]
    [InlineData("ACCEPTED", "stop")]
    [InlineData("vip", "i")]
    public void By_title_sentence_condition_or_note(string typed, string node) =>
        StepSearch.Of(DrawnRoom.WithEverything(), typed).Select(found => found.Card.Id).ShouldContain(node);

    [Fact]
    public void Titles_come_before_sentences_and_nothing_typed_finds_all()
    {
        var room = DrawnRoom.WithEverything();
        StepSearch.Of(room, "tag").Select(found => found.Card.Label).First().ShouldBe("Add a tag");
        StepSearch.Of(room, "").Count.ShouldBe(8);
        StepSearch.Of(room, "nothing like that").ShouldBeEmpty();
    }

    [Fact]
    public void Arrows_choose_and_Enter_goes_there()
    {
        var box = Render<FindBox>(
            parameters => parameters.Add(one => one.Room, DrawnRoom.WithEverything())
                .Add(one => one.Go, node => { _gone.Add(node); return Task.CompletedTask; }));
        var field = box.Find("[data-testid=find-text]");
        field.Input("nudging");
        box.FindAll("[data-testid=found]").Count.ShouldBe(2);
        box.Find("[data-testid=find-text]").KeyDown("ArrowDown");
        box.FindAll("[role=option]")[1].GetAttribute("aria-selected").ShouldBe("true");
        box.Find("[data-testid=find-text]").KeyDown("Enter");
        _gone.ShouldBe(["untag"]);
        box.Find("[data-testid=find-text]").Input("xyz");
        box.Find("[role=status]").TextContent.ShouldBe("No steps match.");
    }
}
