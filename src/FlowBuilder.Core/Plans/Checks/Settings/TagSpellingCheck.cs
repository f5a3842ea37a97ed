using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary><c>near-duplicate-tag</c>: a tag nobody has that looks like one that customers have. The fix is the tag there is.</summary>
internal sealed class TagSpellingCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        if (drawing.Surroundings.Tags is not { } tags) yield break;
        var spellings = new Lazy<TagSpellings>(() => new TagSpellings(tags));
        foreach (var (node, tag) in References.All(drawing)
            .Where(found => found.Reference.Kind == ReferenceKind.Tag)
            .Select(found => (found.Node, Tag: found.Reference.Key.Trim())).Distinct())
            if (tag.Length > 0 && !tags.Contains(tag) && spellings.Value.NearDuplicate(tag) is { } near)
                yield return new Diagnostic(
                    "near-duplicate-tag", Severity.Warning, node, "tag",
                    $"The tag “{tag}” is new, and there is already “{near}”. Tags spelled differently count as different tags.", near);
    }
}
