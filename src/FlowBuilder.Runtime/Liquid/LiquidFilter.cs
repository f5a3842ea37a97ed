using System.Collections;
using FlowBuilder.Runtime.Html;
using FlowBuilder.Runtime.Liquid.Data;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>A filter of ours, called with whatever was written.</summary>
internal sealed class LiquidFilter(string name, Func<FilterCall, object?> apply) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), index == 0 ? "value" : "argument");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        try
        {
            return apply(new FilterCall((LiquidContext)context, arguments));
        }
        catch (Exception failed) when (failed is OverflowException or DivideByZeroException)
        {
            throw new LiquidException(
                failed is DivideByZeroException
                    ? $"The filter “{name}” divides by 0. Put an {{% if %}} around it."
                    : $"The numbers given to the filter “{name}” are too large to work with.");
        }
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}

/// <summary>One use of a filter: <c>{{ input | filter: argument, argument }}</c>.</summary>
internal readonly struct FilterCall(LiquidContext context, ScriptArray arguments)
{
    internal LiquidContext Context => context;

    internal object? Input => arguments.Count > 0 ? arguments[0] : null;

    /// <summary>Arguments behind the colon.</summary>
    internal int Count => arguments.Count - 1;

    /// <summary>The input in words. What was encoded for HTML is taken as it was before: it is encoded again when it is written.</summary>
    internal string Text => Input is HtmlFragment made && context.IsHtml ? made.Source : context.ObjectToString(Input) ?? "";

    internal bool HasText => Input is not (null or LiquidBlank);

    internal IEnumerable<object?> Members => LiquidLists.Whole(Input).Cast<object?>();

    /// <summary>An argument, 0 the first; null when it was not given.</summary>
    internal object? At(int index) => index + 1 < arguments.Count ? arguments[index + 1] : null;

    internal string TextAt(int index, string otherwise = "") =>
        index + 1 < arguments.Count ? context.ObjectToString(arguments[index + 1]) ?? "" : otherwise;

    internal int WholeAt(int index, int otherwise) =>
        LiquidNumbers.Read(At(index)) is { } number ? (int)Math.Clamp(decimal.Truncate(number), int.MinValue, int.MaxValue) : otherwise;

    /// <summary>A member of a list's member.</summary>
    internal static object? Property(object? of, string name) => of switch
    {
        FieldView view => view.Member(name),
        IList list when name == "size" => list.Count,
        IScriptObject made when made.TryGetValue(null!, default, name, out var value) => value,
        _ => null,
    };
}
