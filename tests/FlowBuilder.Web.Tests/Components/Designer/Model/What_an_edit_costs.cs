using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Graph;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Model;

public sealed class What_an_edit_costs
{
    public static TheoryData<string> Edits => ["retitle", "note", "delete", "undo"];

    [Fact]
    public void Moving_draws_anew_and_compiles_nothing()
    {
        var room = DrawnRoom.WithEverything();
        var (understood, sentences, cards) = (room.Compilation, room.Sentences, room.Cards);

        room.Run(new MoveBy(["t", "tag"], 16, 32)).ShouldBeNull();
        (room.Find("t")!.At, room.Find("w")!.At).ShouldBe((new Position(16, 32), new Position(0, 0)));
        room.Compilation.ShouldBeSameAs(understood);
        room.Sentences.ShouldBe(sentences);
        room.Cards.ShouldNotBeSameAs(cards);

        room.Undo().ShouldBeNull();
        room.Compilation.ShouldBeSameAs(understood);
        room.Find("t")!.At.ShouldBe(new Position(0, 0));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void Everything_else_is_compiled(string edit)
    {
        var room = DrawnRoom.WithEverything();
        room.Run(new MoveBy(["t"], 16, 32)).ShouldBeNull();
        if (edit == "undo") room.Run(new EditNote("n", "Something else")).ShouldBeNull();
        var understood = room.Compilation;

        var refusal = edit switch
        {
            "retitle" => room.Run(new Retitle("Another name")),
            "note" => room.Run(new EditNote("n", "Another note")),
            "delete" => room.Run(new Delete(["w"])),
            _ => room.Undo(),
        };

        refusal.ShouldBeNull();
        room.Compilation.ShouldNotBeSameAs(understood);
    }
}
