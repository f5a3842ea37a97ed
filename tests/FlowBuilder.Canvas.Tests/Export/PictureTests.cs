using FlowBuilder.Canvas.Export;
using FlowBuilder.Canvas.Tests.Sample;
using FlowBuilder.Testing.Approvals;

namespace FlowBuilder.Canvas.Tests.Export;

public sealed class PictureTests
{
    [Fact]
    public void A_picture_of_the_reminder_is_as_approved()
    {
        var (nodes, edges) = Drawings.Reminder();
        CanvasSvg.Draw(nodes, edges, "Estimate reminder").ShouldBeApproved("reminder");
    }

    [Fact]
    public void Words_of_a_person_are_text_and_never_markup()
    {
        var svg = CanvasSvg.Draw(
            [new() { Id = "a", X = 0, Y = 0, Label = "<script>alert(1)</script>", Detail = "Tom & \"Ann\"" }], [], "</title><script>");
        svg.ShouldNotContain("<script>");
        System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public void An_empty_drawing_is_an_empty_picture() =>
        System.Xml.Linq.XDocument.Parse(CanvasSvg.Draw([], [], "Nothing yet")).Root!.Attribute("width")!.Value.ShouldBe("64");

    [Theory]
    [InlineData("Short", 10, "Short")]
    [InlineData("A sentence that is too long for it", 12, "A sentence|that is too…")]
    [InlineData("Unbreakablenesses", 8, "Unbreak|ablenes…")]
    [InlineData("", 8, "")]
    public void Long_texts_are_broken_and_cut(string text, double characters, string lines) =>
        string.Join('|', CanvasText.Wrap(text, characters, 2)).ShouldBe(lines);
}
