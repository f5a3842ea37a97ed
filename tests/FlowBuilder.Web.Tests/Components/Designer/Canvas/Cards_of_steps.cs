using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Steps;
using FlowBuilder.Web.Components.Designer.Canvas;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Canvas;

public sealed class Cards_of_steps
{
    [Fact]
    public void Every_step_of_the_palette_has_an_icon_that_exists() =>
        Palette.Of(new StepJson(Catalogue.Steps)).Entries
            .Where(entry => StepIcons.Find(entry.Icon) is null)
            .Select(entry => $"{entry.Title}: {entry.Icon}").ShouldBeEmpty();

    [Fact]
    public void The_browser_is_told_why_kinds_do_not_go_together()
    {
        SequenceCanvas.Refusals.ShouldContain(
            refusal =>
                refusal.From == "action"
                && refusal.To == "trigger"
                && refusal.Reason.Contains("nothing can lead into it", StringComparison.Ordinal));
        SequenceCanvas.Refusals.ShouldNotContain(refusal => refusal.From == "trigger" && refusal.To == "action");
    }
}
