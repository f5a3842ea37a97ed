using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Changes one setting of a step. When the ways out change with it (the shares of a split), edges
/// follow the names, or their places when names were changed; those whose way is gone go.</summary>
/// <param name="Node">The node.</param>
/// <param name="Setting">The setting's JSON name.</param>
/// <param name="Json">The value as JSON; null empties it.</param>
public sealed record ChangeSetting(string Node, string Setting, string? Json) : DesignCommand
{
    public override string Subject => $"setting:{Node}:{Setting}";

    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (draft.Find(Node) is not { } node) return Changing.NotThere;
        if (node.Step is not { } step || !c.Steps.Catalog.Knows(step)) return new DesignResult.Refused("First choose what this step does.");
        if (c.Steps.Catalog.Of(step).Settings.FirstOrDefault(setting => setting.JsonName == Setting) is not { } found)
            return new DesignResult.Refused("This step has no such setting.");
        var errors = new FieldErrors();
        if (!TryRead(found, c.Steps, errors, out var value))
            return new DesignResult.Refused(Readable.Words(errors.All, label: found.Label));
        return Changing.Put(
            draft, c, node with { Step = StepCopies.With(step, found, value) },
            $"Changed “{found.Label}” of {NodePhrases.Quote(node, c.Names)}");
    }

    private bool TryRead(StepSetting setting, StepJson steps, FieldErrors errors, out object? value)
    {
        value = null;
        if (Json is null or "null")
        {
            if (!setting.AllowsNull) value = setting.Property.GetValue(Activator.CreateInstance(setting.Property.ReflectedType!));
            return true;
        }

        using var json = JsonText.Parse(Json, errors);
        return json is not null && steps.TryRead(setting.Property.PropertyType, json.RootElement, Setting, errors, out value);
    }
}
