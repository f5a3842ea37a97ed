using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>What an editor knows beside the value.</summary>
/// <param name="Type">The step's type.</param>
/// <param name="Setting">The setting being edited.</param>
/// <param name="Step">The step as it is now: some editors look at other settings of it.</param>
/// <param name="Surroundings">Lists to choose from.</param>
/// <param name="Id">The id of the control, which the label names.</param>
/// <param name="ReadOnly">Only to look at.</param>
/// <param name="DescribedBy">Ids of the texts that describe it.</param>
/// <param name="IsWrong">Something is wrong with it.</param>
public sealed record SettingContext(
    StepType Type, StepSetting Setting, Step Step, CompanyVocabulary Surroundings, string Id, bool ReadOnly, string DescribedBy,
    bool IsWrong);
