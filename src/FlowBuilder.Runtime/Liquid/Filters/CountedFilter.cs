using System.Collections;
using FlowBuilder.Runtime.Html;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid.Filters;

/// <summary>A filter of the library, with its work counted: by the length of the texts and lists it
/// is given, before it begins, and of what it made.</summary>
internal sealed class CountedFilter(IScriptCustomFunction filter, CountedFilter.Weight weight) : IScriptCustomFunction
{
    private const long Call = 8;

    /// <summary>Characters a unit stands for, and units an element of a list costs.</summary>
    internal readonly record struct Weight(int CharactersPerUnit, int UnitsPerElement)
    {
        internal static Weight Of(string name) => name switch
        {
            // These look at every character with a regular expression, or encode it.
            "truncatewords" or "capitalizewords" or "handleize" or "escape" or "url_encode" or "url_escape" or "url_decode" or "escape_once"
                or "json" or "strip_newlines" or "pluralize" =>
                new(2, 2),
            "replace" or "replace_first" or "replace_last" or "remove" or "remove_first" or "remove_last" or "split" or "contains"
                or "index_of" =>
                new(8, 2),
            "sort" or "sort_natural" or "uniq" or "where" or "reject" or "find" or "find_index" or "has" => new(8, 20),
            _ => new(16, 2),
        };
    }

    public int RequiredParameterCount => filter.RequiredParameterCount;

    public int ParameterCount => filter.ParameterCount;

    public ScriptVarParamKind VarParamKind => filter.VarParamKind;

    public Type ReturnType => filter.ReturnType;

    public ScriptParameterInfo GetParameterInfo(int index) => filter.GetParameterInfo(index);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var work = ((LiquidContext)context).Work;
        work.Charge(Call);
        foreach (var argument in arguments) Charge(work, argument);
        var made = filter.Invoke(context, callerContext, arguments, blockStatement);
        Charge(work, made);
        return made;
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>Puts every filter of the library under count, and takes away what runs by the clock or makes templates of texts.</summary>
    internal static void PutUnderCount(ScriptObject builtins)
    {
        foreach (var name in (string[])["regex", "eval", "eval_template"]) builtins.Remove(name);
        foreach (var (name, value) in builtins.ToList())
        {
            switch (value)
            {
                case IScriptCustomFunction function and not CountedFilter:
                    builtins.SetReadOnly(name, false);
                    builtins.SetValue(name, new CountedFilter(function, Weight.Of(name)), true);
                    break;
                case ScriptObject nested:
                    nested.IsReadOnly = false;
                    PutUnderCount(nested);
                    break;
            }
        }
    }

    private void Charge(LiquidWork work, object? value)
    {
        switch (value)
        {
            case string text:
                work.ChargeText(text.Length, weight.CharactersPerUnit);
                break;
            case HtmlFragment fragment:
                work.ChargeText(fragment.Html.Length, weight.CharactersPerUnit);
                break;
            case UrlFragment or JsonFragment:
                work.ChargeText(value.ToString()!.Length, weight.CharactersPerUnit);
                break;
            case ICollection list:
                work.Charge((long)list.Count * weight.UnitsPerElement);
                break;
        }
    }
}
