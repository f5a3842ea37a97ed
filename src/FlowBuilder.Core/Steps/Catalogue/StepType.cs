namespace FlowBuilder.Core.Steps.Catalogue;

/// <summary>One entry of the catalogue.</summary>
public sealed class StepType(Type type, StepAttribute attribute)
{
    /// <summary>The record that holds its settings.</summary>
    public Type Class { get; } = type;

    public string Id { get; } = attribute.Id;

    public string Title { get; } = attribute.Title;

    public string Icon { get; } = attribute.Icon;

    public string Group { get; } = attribute.Group;

    public StepKind Kind { get; } =
        type.IsSubclassOf(typeof(TriggerStep)) ? StepKind.Trigger
        : type.IsSubclassOf(typeof(ConditionStep)) ? StepKind.Condition
        : type.IsSubclassOf(typeof(ActionStep)) ? StepKind.Action
        : type.IsSubclassOf(typeof(WaitStep)) ? StepKind.Wait
        : StepKind.Flow;

    /// <summary>The settings, in declaration order, base settings last.</summary>
    public IReadOnlyList<StepSetting> Settings { get; } = StepSetting.Of(type);

    public override string ToString() => Id;
}

/// <summary>The kinds of step.</summary>
public enum StepKind
{
    Trigger,
    Condition,
    Action,
    Wait,
    Flow,
}
