using System.Collections;
using FlowBuilder.Runtime.Html;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid.Data;

/// <summary>A list with Liquid's members <c>first</c>, <c>last</c> and <c>size</c>.</summary>
internal sealed class ListView : ScriptArray
{
    internal ListView()
    {
    }

    internal ListView(IEnumerable<object?> members)
        : base(members)
    {
    }

    /// <inheritdoc />
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (member is "first" or "last")
        {
            value = Count == 0 ? null : this[member == "first" ? 0 : Count - 1];
            return true;
        }

        return base.TryGetValue(context!, span, member, out value);
    }
}

/// <summary>What a loop goes through, and which part of it.</summary>
internal static class LiquidLists
{
    /// <summary>
    /// Takes <c>limit</c>, <c>offset</c> and <c>reversed</c> away from the library, which applies them in another order than Liquid: offset
    /// and limit first, whatever the order they are written in, then reversed.
    /// </summary>
    internal static void TakeOptions(ScriptNode node, Dictionary<ScriptNode, IReadOnlyList<ScriptNamedArgument>> options)
    {
        if (node is ScriptForStatement loop && !loop.NamedArguments.Any(IsContinued))
        {
            var own = loop.NamedArguments.Where(option => option.Name?.Name is "limit" or "offset" or "reversed").ToList();
            if (own.Count > 0) options[loop] = own;
            foreach (var option in own) loop.NamedArguments.Remove(option);
        }

        foreach (var child in node.Children)
            if (child is not null) TakeOptions(child, options);
    }

    /// <summary>A value as a loop goes through it: nothing is an empty list, a text one member, an
    /// object pairs of name and value.</summary>
    /// <param name="value">What stands behind <c>in</c>.</param>
    /// <param name="options">What <see cref="TakeOptions"/> took from the loop; null when it has none.</param>
    /// <param name="context">Evaluates and counts.</param>
    internal static object Of(object? value, IReadOnlyList<ScriptNamedArgument>? options, LiquidContext context)
    {
        var list = Whole(value);
        if (options is null) return list;
        int? offset = null, limit = null;
        var reversed = false;
        foreach (var option in options)
        {
            if (option.Name?.Name == "reversed") reversed = true;
            else if (LiquidNumbers.Read(context.Evaluate(option.Value, false)) is { } number && option.Name?.Name == "limit")
                limit = (int)Math.Clamp(number, 0, int.MaxValue);
            else if (LiquidNumbers.Read(context.Evaluate(option.Value, false)) is { } from) offset = (int)Math.Clamp(from, 0, int.MaxValue);
        }

        var taken = new ListView();
        var index = 0;
        foreach (var member in list)
        {
            context.Work.Charge(1);
            if (index++ < (offset ?? 0)) continue;
            if (taken.Count >= (limit ?? int.MaxValue)) break;
            taken.Add(member);
        }

        if (!reversed) return taken;
        var turned = new ListView();
        for (var i = taken.Count - 1; i >= 0; i--) turned.Add(taken[i]);
        return turned;
    }

    /// <summary>The members of a value for filters.</summary>
    internal static IEnumerable Whole(object? value) => value switch
    {
        null or LiquidBlank or "" => new ListView(),
        string or HtmlFragment or bool => new ListView([value]),
        FieldView view => new ListView(view.GetMembers().Select(name => (object?)new ListView([name, view.Member(name)]))),
        IEnumerable list => list,
        _ => new ListView([value]),
    };

    private static bool IsContinued(ScriptNamedArgument option) => option.Value is ScriptVariable { Name: "continue" };
}
