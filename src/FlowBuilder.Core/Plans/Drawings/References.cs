using System.Collections.Immutable;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>Matches what steps name with what the company has.</summary>
internal static class References
{
    /// <summary>Everything the steps and conditions of a drawing name.</summary>
    public static IEnumerable<(string Node, Reference Reference)> All(Drawing drawing)
    {
        for (var i = 0; i < drawing.Nodes.Length; i++)
        {
            if (drawing.Conditions[i].TooDeep) continue;
            var node = drawing.Nodes[i];
            var named = node.Step?.References ?? [];
            if (node.When is not null) named = named.Concat(node.When.References);
            foreach (var reference in named.Distinct())
                if (!string.IsNullOrEmpty(reference.Key)) yield return (node.Id, reference);
        }
    }

    /// <summary>What is wrong with a reference; null when it is known here, bound by the drawing's
    /// references, or not to be judged.</summary>
    public static Diagnostic? Judge(Drawing drawing, (string Node, Reference Reference) found)
    {
        var (node, reference) = found;
        if (Known(drawing, reference) is not { } known || known.ContainsKey(Key(reference)) || Bind(drawing, reference) is not null)
            return null;
        var title = drawing.Document.References.GetValueOrDefault(reference.Key);
        return reference.Kind switch
        {
            ReferenceKind.Template => new Diagnostic(
                "unknown-template", Severity.Error, node, "template",
                $"There is no template “{title ?? reference.Key}”. Create it, or choose another.",
                drawing.KnownNames(ReferenceKind.Template, known).OfKey(reference.Key).Take(2).ToArray() is [var similar] ? similar : null),
            ReferenceKind.Sequence => new Diagnostic("unknown-sequence", Severity.Error, node, "sequence",
                title is null
                    ? "The sequence named here does not exist. Choose another."
                    : $"There is no sequence “{title}”. Create it, or choose another."),
            ReferenceKind.Tag
                or ReferenceKind.Person => new Diagnostic(
                    "unknown-person", Severity.Error, node, null,
                    title is null
                        ? "The employee named here does not work here. Choose another."
                        : $"There is no employee “{title}”. Choose another."),
        };
    }

    /// <summary>Tokens of the drawing that are foreign here but stand for something known.</summary>
    public static ImmutableSortedDictionary<string, string> Bindings(Drawing drawing)
    {
        var bindings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (drawing.Document.References.Count == 0) return bindings.ToImmutable();
        foreach (var (_, reference) in All(drawing))
            if (Known(drawing, reference) is { } known && !known.ContainsKey(Key(reference)) && Bind(drawing, reference) is { } bound)
                bindings[reference.Key] = bound;
        return bindings.ToImmutable();
    }

    private static IReadOnlyDictionary<string, string>? Known(Drawing drawing, Reference reference) => reference.Kind switch
    {
        ReferenceKind.Template => drawing.Surroundings.Templates,
        ReferenceKind.Sequence => drawing.Surroundings.Sequences,
        ReferenceKind.Person => drawing.Surroundings.People,
        ReferenceKind.Tag => null,
    };

    private static string Key(Reference reference) => Person(reference)?.Id ?? reference.Key;

    private static Recipient.User? Person(Reference reference) =>
        reference.Kind == ReferenceKind.Person ? Recipient.Parse(reference.Key) as Recipient.User : null;

    private static string? Bind(Drawing drawing, Reference reference)
    {
        var written = drawing.Document.References;
        if ((written.GetValueOrDefault(reference.Key) ?? written.GetValueOrDefault(Key(reference))) is not { Length: > 0 } name)
            return null;
        var index = drawing.KnownNames(reference.Kind, Known(drawing, reference)!);
        var same = index.OfTitle(name);
        if (reference.Kind == ReferenceKind.Template)
            same = same.Concat(index.OfKey(name).Where(key => key == name)).Distinct(StringComparer.Ordinal);
        if (same.Take(2).ToArray() is not [var only]) return null;
        return Person(reference) is null ? only : new Recipient.User(only).ToString();
    }
}
