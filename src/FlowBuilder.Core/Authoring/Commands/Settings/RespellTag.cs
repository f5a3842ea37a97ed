using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Spells a tag everywhere in the drawing as it is spelled elsewhere: in actions, triggers
/// and conditions, wherever it looks like it.</summary>
/// <param name="As">The tag there is.</param>
public sealed record RespellTag(string As) : DesignCommand
{
    private const string TagSetting = "tag";

    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        var changed = new List<string>();
        foreach (var node in document.Nodes)
        {
            var spelled = StepCopies.Changed(
                node, c.Steps.Catalog,
                (setting, value) =>
                    setting.JsonName == TagSetting && value is string tag && TagSpelling.NearDuplicates(tag, [As]).Any() ? As : value);
            if (ReferenceEquals(spelled, node)) continue;
            draft.Put(spelled);
            changed.Add(node.Id);
        }

        return changed.Count == 0
            ? new DesignResult.Refused("No tag is spelled that way anymore.")
            : new DesignResult.Done(draft.Document, $"Changed the tag to “{As}”, as spelled elsewhere", [.. changed]);
    }
}
