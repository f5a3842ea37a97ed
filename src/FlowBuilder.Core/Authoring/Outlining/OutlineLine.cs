namespace FlowBuilder.Core.Authoring.Outlining;

/// <summary>One line of the outline.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Indent">How far in it stands.</param>
/// <param name="Text">Its words, without the role's own: “wait 2 days”.</param>
/// <param name="Node">The node it stands for; of a way and of a link the node they leave; null for headings.</param>
/// <param name="Port">The port a way or link leaves by.</param>
/// <param name="Number">The node's number, to which links refer.</param>
/// <param name="LinksTo">The node at which it continues.</param>
/// <param name="LinksToNumber">Its number.</param>
public sealed record OutlineLine(
    OutlineRole Role, int Indent, string Text, string? Node = null, string? Port = null, int? Number = null, string? LinksTo = null,
    int? LinksToNumber = null)
{
    /// <summary>The role's own words.</summary>
    public string Label => Role switch
    {
        OutlineRole.If => "IF",
        OutlineRole.And => "AND",
        OutlineRole.Or => "OR",
        OutlineRole.Action => "Action",
        OutlineRole.Wait => "Wait",
        OutlineRole.IfElse => "If / else",
        OutlineRole.Split => "Split",
        OutlineRole.StopWhen => "Stop When",
        OutlineRole.StopAction => "Stop Action",
        OutlineRole.Note => "Note",
        OutlineRole.Way or OutlineRole.Link or OutlineRole.Heading => "",
    };

    public override string ToString() =>
        $"{new string(' ', 2 * Indent)}{(Number is { } number ? $"{number}. " : "")}{(Label.Length > 0 ? Label + ": " : "")}{Text}";
}

/// <summary>What a line of the outline is.</summary>
public enum OutlineRole
{
    /// <summary>IF Trigger.</summary>
    If,

    /// <summary>AND Condition.</summary>
    And,

    /// <summary>OR Condition.</summary>
    Or,
    Action,
    Wait,
    IfElse,
    Split,

    /// <summary>A way out of a step with several.</summary>
    Way,

    /// <summary>Continues at another line.</summary>
    Link,
    StopWhen,
    StopAction,

    /// <summary>Introduces what nothing leads to.</summary>
    Heading,
    Note,
}
