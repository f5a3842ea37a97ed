using System.Collections.Frozen;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary><c>claims-sent</c>: a tag or field behind a message whose name says that the message was sent,
/// although the customer comes by when it was left out too. The fix names the message's node.</summary>
internal sealed class ClaimsSentCheck : ICheck
{
    private static readonly FrozenSet<string> Claims = new[]
    {
        "sent", "emailed", "mailed", "texted", "messaged", "notified", "reminded", "contacted", "informed", "invited", "smsed", "delivered",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        var messages = new MessagesBefore(drawing);
        foreach (var i in drawing.Of(NodeKind.Action))
            if (drawing.Reached[i]
                && drawing.Nodes[i].Step is ActionStep and not MessageStep
                && Claim(drawing, drawing.Nodes[i].Step!) is { } claim
                && messages.Of(i) is { } message)
                yield return new Diagnostic("claims-sent", Severity.Warning, drawing.Nodes[i].Id, claim.Field,
                    $"“{claim.Name}” says that the message before it was sent, but customers without an address or consent also come "
                        + $"through here. Check first whether it was sent.",
                    drawing.Nodes[message].Id);
    }

    private static (string Field, string Name)? Claim(Drawing drawing, Step step)
    {
        foreach (var reference in step.References)
            if (reference is { Kind: ReferenceKind.Tag, Use: ReferenceUse.Adds } && Says(reference.Key))
                return ("tag", reference.Key.Trim());
        if (!drawing.Steps.Catalog.Knows(step) || StepAttribute.IdOf(step) != "set-field") return null;
        foreach (var setting in drawing.Steps.Catalog.Of(step).Settings)
            if (setting.JsonName == "field" && setting.Property.GetValue(step) is string field && Says(field))
                return ("field", field.Trim());
        return null;
    }

    private static bool Says(string name) =>
        name.Split([' ', '-', '_', '.', ':', '/'], StringSplitOptions.RemoveEmptyEntries).Any(Claims.Contains);
}
