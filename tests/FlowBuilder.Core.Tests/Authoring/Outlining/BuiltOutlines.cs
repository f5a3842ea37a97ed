using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Outlining;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Tests.Authoring.Outlining;

/// <summary>Drawings made line by line, for the tests of their outlines.</summary>
internal static class BuiltOutlines
{
    public static readonly Palette Offered = Palette.Of(Drawn.Steps);

    public static bool IsNode(OutlineLine line) => line is { Node: not null, Role: not (OutlineRole.Way or OutlineRole.Link) };

    public static DesignResult.Done Do(DesignSession session, DesignCommand? command) =>
        session.Run(command ?? throw new InvalidOperationException("There is no such edit.")) is DesignResult.Done done
            ? done
            : throw new InvalidOperationException(((DesignResult.Refused)session.Run(command)).Because);

    /// <summary>A drawing made by inserting lines by chance.</summary>
    public static DesignSession Built(int seed, int lines)
    {
        var session = new DesignSession(new SequenceDocument(), Drawn.Steps);
        var commands = new RandomCommands(seed);
        Do(session, OutlineEdits.InsertAfter(session.Document, null, Offered.Find(NodeKind.Trigger, "manual")!.Content));
        for (var i = 0; i < lines; i++)
        {
            var list = Outline.Of(session.Document);
            if (OutlineEdits.InsertAfter(session.Document, list[commands.Next(list.Length)], Content(commands, i)) is { } insert)
                session.Run(insert);
        }

        return session;
    }

    private static NodeContent Content(RandomCommands commands, int number)
    {
        var condition = Offered.Find(NodeKind.If)!.Content;
        var tag = new ConditionGroup
        {
            Combine = Combination.Any,
            Members = Drawn.Of($$"""o or {"any":[{"type":"has-tag","tag":"t{{number}}"}]}""", "").Nodes[0].When!.Members
        };
        return commands.Next(12) switch
        {
            0 => Offered.Find(NodeKind.Trigger, "estimate-sent")!.Content,
            1 => new NodeContent(NodeKind.And, When: tag),
            2 => new NodeContent(NodeKind.Or, When: tag),
            3 => condition,
            4 => Offered.Find(NodeKind.Wait, "wait-for-event")!.Content,
            5 => Offered.Find(NodeKind.Split)!.Content,
            6 => new NodeContent(NodeKind.StopWhen, When: tag),
            7 or 8 => NodeContent.Of(Drawn.Of($"a stopAction remove-tag tag=tag-{number}", "").Nodes[0]),
            9 => Offered.Find(NodeKind.Wait, "wait-for")!.Content,
            _ => NodeContent.Of(Drawn.Of($"a action add-tag tag=tag-{number}", "").Nodes[0]),
        };
    }
}
