using System.Text.Encodings.Web;
using System.Text.Json;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Filters that differ from Scriban's: Liquid's <c>date</c>, and those that make HTML or JSON, which keep what they made from being encoded twice.</summary>
internal static class LiquidFilters
{
    internal static void AddTo(IScriptObject builtins)
    {
        Add(builtins, "date", (context, value, format) => LiquidDate.Format(value, format as string, context.Fields));
        Add(builtins, "escape", (context, value, _) => new HtmlFragment(Encoded(context, value)));
        Add(builtins, "escape_once", (context, value, _) => new HtmlFragment(HtmlEncoder.Default.Encode(System.Net.WebUtility.HtmlDecode(Encoded(context, value)))));
        Add(builtins, "newline_to_br", (context, value, _) => new HtmlFragment(
            (value is HtmlFragment made ? made.Html : HtmlEncoder.Create(LineBreaksToo).Encode(context.ObjectToString(value) ?? "")).ReplaceLineEndings("<br>\n")));
        Add(builtins, "strip_html", (context, value, _) => HtmlText.WithoutTags(value is HtmlFragment made ? made.Html : context.ObjectToString(value) ?? ""));
        Add(builtins, "json", (context, value, _) => JsonSerializer.Serialize(value is FieldView or null ? null : value is bool or long or decimal or double ? value : context.ObjectToString(value), Plain));
    }

    private static readonly TextEncoderSettings LineBreaksToo = Settings();
    private static readonly JsonSerializerOptions Plain = new();

    private static TextEncoderSettings Settings()
    {
        var settings = new TextEncoderSettings(System.Text.Unicode.UnicodeRanges.BasicLatin);
        settings.AllowCharacters('\n', '\r');
        return settings;
    }

    private static string Encoded(LiquidContext context, object? value) =>
        value is HtmlFragment made ? made.Html : HtmlEncoder.Default.Encode(context.ObjectToString(value) ?? "");

    private static void Add(IScriptObject builtins, string name, Func<LiquidContext, object?, object?, object?> apply)
    {
        builtins.SetReadOnly(name, false);
        builtins.TrySetValue(null!, default, name, new Filter(apply), true);
    }

    /// <summary>A filter with the value and at most one argument.</summary>
    private sealed class Filter(Func<LiquidContext, object?, object?, object?> apply) : IScriptCustomFunction
    {
        public int RequiredParameterCount => 0;

        public int ParameterCount => 2;

        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), index == 0 ? "value" : "argument", null!);

        public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            Apply((LiquidContext)context, arguments.Count > 0 ? arguments[0] : null, arguments.Count > 1 ? arguments[1] : null);

        private object? Apply(LiquidContext context, object? value, object? argument)
        {
            context.Work.Charge(8);
            context.Work.ChargeText(LengthOf(value) + LengthOf(argument), 4);
            return apply(context, value, argument);
        }

        private static int LengthOf(object? value) => value switch
        {
            string text => text.Length,
            HtmlFragment fragment => fragment.Html.Length,
            _ => 0,
        };

        public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
    }
}
