using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Application.Templates;

/// <summary>Judges the Liquid texts that stand in steps themselves: notes, to-dos, webhook bodies.</summary>
public interface IInlineTexts
{
    /// <summary>A judge for one drawing: what its texts may cost together is counted from here.
    /// Null of a text: nothing is wrong with it.</summary>
    Func<string, TextPlace, TextFault?> JudgeOfDrawing();
}
