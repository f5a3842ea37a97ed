using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Runtime.Templates;

/// <summary>A new <see cref="InlineTexts"/> for each drawing.</summary>
internal sealed class InlineTextJudges : IInlineTexts
{
    /// <inheritdoc />
    public Func<string, TextPlace, TextFault?> JudgeOfDrawing() => new InlineTexts().Judge;
}
