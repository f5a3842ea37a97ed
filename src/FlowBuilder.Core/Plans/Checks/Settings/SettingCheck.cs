using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary><c>missing-setting</c>, <c>invalid-setting</c>, <c>advice</c>: what attributes and
/// <see cref="Step.Check"/> say of the settings of steps and conditions.</summary>
internal sealed class SettingCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        for (var i = 0; i < drawing.Nodes.Length; i++)
        {
            var node = drawing.Nodes[i];
            if (node is { Kind: NodeKind.StopWhen, When: null or { Members.IsDefaultOrEmpty: true } })
                yield return new Diagnostic(
                    "missing-setting", Severity.Error, node.Id, "when",
                    "This Stop When has no condition yet. Say when the sequence should stop.");
            if (node.Step is { } step && !drawing.Conditions[i].TooDeep)
                foreach (var finding in Look(drawing, node, step, "")) yield return finding;
            foreach (var (field, condition) in drawing.Conditions[i].Leaves)
                foreach (var finding in Look(drawing, node, condition, field + ".")) yield return finding;
        }
    }

    private static IEnumerable<Diagnostic> Look(Drawing drawing, Node node, Step step, string prefix)
    {
        if (!drawing.Steps.Catalog.Knows(step)) yield break;
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var setting in drawing.Steps.Catalog.Of(step).Settings)
        {
            var value = setting.Property.GetValue(step);
            if (setting.IsRequired && IsMissing(value))
            {
                told.Add(setting.JsonName);
                yield return new Diagnostic(
                    "missing-setting", Severity.Error, node.Id, prefix + setting.JsonName, $"“{setting.Label}” is not filled in yet.");
                continue;
            }

            foreach (var demand in setting.Validations)
            {
                if (demand is RequiredAttribute || value is null || demand.IsValid(value)) continue;
                told.Add(setting.JsonName);
                yield return new Diagnostic(
                    "invalid-setting", Severity.Error, node.Id, prefix + setting.JsonName, Words(demand, setting.Label));
            }
        }

        foreach (var finding in step.Check())
            if (told.Add(finding.Field) || !finding.IsError)
                yield return finding.IsError
                    ? new Diagnostic("invalid-setting", Severity.Error, node.Id, prefix + finding.Field, finding.Message)
                    : new Diagnostic("advice", Severity.Warning, node.Id, prefix + finding.Field, finding.Message);
    }

    private static bool IsMissing(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        ConditionGroup group => group.Members.IsDefaultOrEmpty,
        ICollection list => IsEmpty(list),
        _ => false,
    };

    // An ImmutableArray nobody has set throws when asked for its length.
    private static bool IsEmpty(ICollection list)
    {
        if (list.GetType() is { IsValueType: true } type && list.Equals(Activator.CreateInstance(type))) return true;
        return list.Count == 0;
    }

    private static string Words(ValidationAttribute demand, string label) => demand switch
    {
        { ErrorMessage: not null } => demand.FormatErrorMessage(label),
        RangeAttribute range =>
            string.Create(CultureInfo.InvariantCulture, $"“{label}” must be between {range.Minimum} and {range.Maximum}."),
        StringLengthAttribute { MinimumLength: > 0 } length =>
            $"“{label}” must have {length.MinimumLength} to {length.MaximumLength} characters.",
        StringLengthAttribute length => $"“{label}” can have at most {length.MaximumLength} characters.",
        MaxLengthAttribute length => $"“{label}” is longer than {length.Length}.",
        MinLengthAttribute length => $"“{label}” needs at least {length.Length}.",
        _ => demand.FormatErrorMessage(label),
    };
}
