using FlowBuilder.Application.Sequences.Drafts;

namespace FlowBuilder.Web.Components.Designer.Inspector.Editors.Choosing;

/// <summary>One of a list the company brings: a template, a sequence, a person. What is stored but no longer there stays visible.</summary>
public abstract class ListedChoiceEditor : SettingEditor
{
    protected abstract IReadOnlyList<Choice> Choices { get; }

    protected abstract string Nothing { get; }

    protected string Current => Value as string ?? "";

    protected bool IsGone => Current.Length > 0 && !Choices.Any(choice => choice.Value == Current);
}
