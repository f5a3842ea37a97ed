using FlowBuilder.Runtime.Templates;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>
/// Looks for words in a text that mean nothing: a merge field that begins with a word nobody knows, a member a company or person does not
/// have, a filter there is not. They would be written as nothing, silently. Fields of customers, records and events may be called anything.
/// </summary>
internal sealed class LiquidNames
{
    private static readonly HashSet<string> Filters = KnownFilters();
    private static readonly string[] Words =
    [
        "blank", "empty", "nil", "null", "true", "false", "for", "forloop", "tablerow", "tablerowloop", "continue"
    ];

    private readonly LiquidText _text;
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, LiquidError> _found = [];

    private LiquidNames(LiquidText text) => _text = text;

    /// <summary>What is unknown in a text that was parsed: at most one finding a line, in their order.</summary>
    internal static IReadOnlyCollection<LiquidError> Check(LiquidText text)
    {
        if (text.Template?.Page is not { } page) return [];
        var names = new LiquidNames(text);
        names.Collect(page);
        names.Look(page);
        return names._found.Values;
    }

    /// <summary>Names that the text gives itself.</summary>
    private void Collect(ScriptNode node)
    {
        switch (node)
        {
            case ScriptAssignExpression { Target: ScriptVariable target }:
                _own.Add(target.Name);
                break;
            case ScriptCaptureStatement { Target: ScriptVariable target }:
                _own.Add(target.Name);
                break;
            case ScriptForStatement { Variable: ScriptVariable variable }:
                _own.Add(variable.Name);
                break;
            case ScriptBinaryExpression { OperatorToken: null, Left: ScriptVariable counter }:
                _own.Add(counter.Name);
                break;
        }

        foreach (var child in node.Children)
            if (child is not null) Collect(child);
    }

    private void Look(ScriptNode? node)
    {
        switch (node)
        {
            case null:
                return;
            case ScriptPipeCall pipe:
                Look(pipe.From);
                Filter(pipe.To);
                return;
            case ScriptFunctionCall call:
                if (call.Target is ScriptVariable { Name: not ("cycle" or "include") } target) Add(node, Unreadable(node, target.Name));
                foreach (var argument in call.Arguments) Look(argument);
                return;
            case ScriptNamedArgument named:
                Look(named.Value);
                return;
            case ScriptAssignExpression assign:
                Look(assign.Value);
                return;
            case ScriptMemberExpression member:
                Member(member);
                return;
            case ScriptVariable variable:
                Root(variable);
                return;
        }

        foreach (var child in node.Children) Look(child);
    }

    private void Filter(ScriptNode? node)
    {
        var target = node;
        switch (node)
        {
            case ScriptPipeCall pipe:
                Filter(pipe.From);
                Filter(pipe.To);
                return;
            case ScriptFunctionCall call:
                target = call.Target;
                foreach (var argument in call.Arguments) Look(argument);
                break;
        }

        if (target is ScriptVariable name && !Filters.Contains(name.Name))
            Add(
                node!,
                $"there is no filter “{name.Name}”.{Near(name.Name, Filters)} Filters go after a |, as in {{{{ customer.first_name | "
                    + $"default: \"there\" }}}}.",
                first: true);
    }

    private void Root(ScriptVariable variable)
    {
        if (_own.Contains(variable.Name) || Words.Contains(variable.Name) || MergeFieldMembers.Roots.Contains(variable.Name)) return;
        Add(
            variable,
            $"there is nothing named “{variable.Name}”.{Near(variable.Name, MergeFieldMembers.Roots)} A merge field starts with customer, "
                + $"record, event, company, owner or assigned, as in {{{{ customer.first_name }}}}.");
    }

    private void Member(ScriptMemberExpression member)
    {
        if (member.Target is not ScriptVariable { } root || member.Member is not { } name)
        {
            Look(member.Target);
            return;
        }

        Root(root);
        if (_own.Contains(root.Name)) return;
        var known = root.Name switch
        {
            "company" => MergeFieldMembers.Company,
            "owner" or "assigned" => MergeFieldMembers.Person,
            _ => null
        };
        if (known is not null && !known.Contains(name.Name))
            Add(member, $"{root.Name} has nothing named “{name.Name}”.{Near(name.Name, known)} It has {string.Join(", ", known)}.");
        else if (root.Name == "customer" && MisspelledTrait(name.Name) is { } meant)
            Add(member, $"a customer has nothing named “{name.Name}”. Did you mean “customer.{meant}”?");
    }

    /// <summary>A trait everybody has under another spelling: <c>FirstName</c> is told as
    /// <c>first_name</c> and never stands there.</summary>
    private static string? MisspelledTrait(string name)
    {
        var all = MergeFieldMembers.Customer.Concat(MergeFieldMembers.Traits).ToArray();
        return all.Contains(name, StringComparer.Ordinal) ? null : all.FirstOrDefault(trait => Bare(trait) == Bare(name));
    }

    private static string Bare(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private string Unreadable(ScriptNode node, string word) => _own.Contains(word) || MergeFieldMembers.Roots.Contains(word)
        ? $"something after “{word}” does not belong there. Filters go after a |."
        : $"there is nothing named “{word}”.{Near(word, MergeFieldMembers.Roots)} A merge field starts with customer, record, event, "
            + $"company, owner or assigned, as in {{{{ customer.first_name }}}}.";

    private void Add(ScriptNode at, string words, bool first = false)
    {
        var line = at.Span.Start.Line + 1;
        if (_found.ContainsKey(line) && !first) return;
        var written = LiquidWork.Written(_text.Parsed, Math.Clamp(at.Span.Start.Offset, 0, Math.Max(0, _text.Parsed.Length - 1)));
        _found[line] = new LiquidError(line, $"“{written}”: {words}");
    }

    private static string Near(string name, IEnumerable<string> known) =>
        known.Select(one => (Name: one, Far: Distance(Bare(name), Bare(one))))
            .Where(one => one.Far <= (name.Length < 4 ? 1 : 2))
            .OrderBy(one => one.Far)
            .Select(one => one.Name).FirstOrDefault() is { } near
            ? $" Did you mean “{near}”?" : "";

    private static int Distance(string one, string two)
    {
        if (one.Length > 40) return int.MaxValue;
        var row = Enumerable.Range(0, two.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= two.Length; j++)
                (row[j], corner) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == two[j - 1] ? 0 : 1)), row[j]);
        }

        return row[^1];
    }

    private static HashSet<string> KnownFilters()
    {
        var builtins = new LiquidContext().BuiltinObject;
        return [.. builtins.GetMembers()
            .Where(name => builtins.TryGetValue(null!, default, name, out var value) && value is IScriptCustomFunction)];
    }
}
