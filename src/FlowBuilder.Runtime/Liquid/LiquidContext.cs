using System.Collections;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Runtime.Html;
using FlowBuilder.Runtime.Liquid.Data;
using FlowBuilder.Runtime.Liquid.Filters;
using FlowBuilder.Runtime.Liquid.Places;
using FlowBuilder.Runtime.Templates;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>
/// Renders one text at a time: within limits, without access to anything but <see cref="MergeFields"/>, and with every value encoded on
/// its way out for where it stands. Comparisons, loops and conditions mean what Shopify's documents say, where the library means something
/// else. Costly to make, so <see cref="LiquidRenderer"/> keeps them.
/// </summary>
internal sealed class LiquidContext : LiquidTemplateContext
{
    /// <summary>Characters a unit stands for where text is compared, copied, encoded.</summary>
    private const int Compared = 64;
    private const int Copied = 32;
    private const int Encoded = 4;

    private readonly LiquidOutput _output = new();
    private readonly HtmlPlaceReader _htmlPlace = new();
    private readonly JsonPlace _jsonPlace = new();
    private readonly Stack<object?> _cases = new();
    private readonly Dictionary<string, long> _counters = new(StringComparer.Ordinal);
    private LiquidText? _text;
    private TextPlace? _place;
    private int _read;

    internal LiquidContext()
    {
        // Turns of loops are counted as work; this is for lists that the library goes through by itself.
        LoopLimit = (int)LiquidWork.Budget;
        RecursiveLimit = 50;
        ObjectRecursionLimit = 20;
        LimitToString = 4 * LiquidOutput.Limit;
        RegexTimeOut = TimeSpan.FromMilliseconds(100);
        EnableRelaxedMemberAccess = true;
        EnableRelaxedTargetAccess = true;
        EnableRelaxedIndexerAccess = true;
        EnableNullIndexer = true;
        AutoIndent = false;
        TemplateLoader = null;
        CountedFilter.PutUnderCount(BuiltinObject);
        LiquidFilters.AddTo(BuiltinObject);
    }

    internal MergeFields? Fields { get; private set; }

    internal LiquidWork Work { get; } = new();

    /// <summary>The zone dates are read in.</summary>
    internal TimeZoneInfo Zone => Fields?.Zone ?? TimeZoneInfo.Utc;

    /// <summary>Whether an HTML text is written.</summary>
    internal bool IsHtml => _place is null;

    /// <summary>A text filled in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fields">What it may say.</param>
    /// <param name="place">Where it stands; null: it is HTML.</param>
    /// <exception cref="LiquidException">Broken, or over its limits.</exception>
    internal string Render(LiquidText text, MergeFields fields, TextPlace? place)
    {
        if (text.IsPlain) return text.Source;
        if (text.Template is not { } template) throw new LiquidException(text.Errors[0].Message) { Line = text.Errors[0].Line };
        try
        {
            (_place, _text, _read) = (place, text, 0);
            Fields = fields;
            _htmlPlace.Begin();
            _jsonPlace.Begin();
            Work.Begin(fields.WorkLeft);
            fields.Forget();
            PushGlobal(fields);
            PushOutput(_output);
            template.Render(this);
            return Whole();
        }
        catch (ScriptRuntimeException exception)
        {
            if (exception.OriginalMessage.StartsWith("Exceeding number of iteration limit", StringComparison.Ordinal))
                throw Work.Words(text.Parsed);
            if (Inner(exception) is { } limit)
                throw limit.IsTooMuchWork ? Work.Words(text.Parsed) : limit.At(exception.Span.Start.Line + 1);
            var error = LiquidError.Of(exception, text.Parsed);
            throw new LiquidException(error.Message, exception) { Line = error.Line };
        }
        catch (LiquidException limit) when (limit.IsTooMuchWork)
        {
            throw Work.Words(text.Parsed);
        }
        finally
        {
            fields.WorkLeft = Work.Left;
            (Fields, _text) = (null, null);
            _cases.Clear();
            _counters.Clear();
            Reset();
            _output.Clear();
        }
    }

    /// <summary>Scriban cuts silently what goes over its limit, captures included; a mark written last tells whether it did.</summary>
    private string Whole()
    {
        Write("\u0003");
        return _output.Length > 0 && _output[_output.Length - 1] == '\u0003'
            ? _output.Take(1)
            : throw new LiquidException(LiquidOutput.TooLong);
    }

    /// <inheritdoc />
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null) return null;
        Work.Charge(1);
        if (scriptNode is not ScriptStatement statement || scriptNode is ScriptBlockStatement)
            return Counted(Meant(scriptNode, aliasReturnedFunction));
        var entered = Work.Enter();
        try
        {
            return Counted(Meant(scriptNode, aliasReturnedFunction));
        }
        finally
        {
            Work.Leave(statement, entered);
        }
    }

    /// <inheritdoc />
    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        Work.Charge(1);
        return base.OnStepLoop(loop);
    }

    /// <inheritdoc />
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is null) return this;
        var isOutside = ReferenceEquals(Output, _output);
        if (textAsObject is LiquidBlank && (!isOutside || _place != TextPlace.Json)) return this;
        var text = textAsObject is HtmlFragment { Html: var made } && isOutside && IsHtml ? made : ObjectToString(textAsObject) ?? "";
        // Inside a capture block the text is still a value; it is encoded when it is written out.
        var encodes = isOutside && _place != TextPlace.Plain;
        Work.ChargeText(text.Length, encodes ? Encoded : Copied);
        return Write(encodes ? InItsPlace(textAsObject, text) : text);
    }

    /// <inheritdoc />
    public override string? ObjectToString(object? value, bool nested = false) => value switch
    {
        HtmlFragment or UrlFragment or JsonFragment or LiquidBlank or FieldView => value.ToString(),
        IEnumerable list and not string => Joined(list),
        _ => base.ObjectToString(value, nested),
    };

    /// <inheritdoc />
    public override bool ToBool(SourceSpan span, object? value) => value is not (null or false);

    /// <summary>A list is written as its members, one behind the other.</summary>
    private string Joined(IEnumerable list)
    {
        var text = new System.Text.StringBuilder();
        foreach (var member in list)
        {
            var part = ObjectToString(member) ?? "";
            Work.Charge(1);
            Work.ChargeText(part.Length, Copied);
            if (text.Length + part.Length > 4 * LiquidOutput.Limit) throw new LiquidException(LiquidOutput.TooLong);
            text.Append(part);
        }

        return text.ToString();
    }

    private string InItsPlace(object value, string text)
    {
        for (; _read < _output.Length; _read++)
        {
            if (IsHtml) _htmlPlace.Read(_output[_read]);
            else if (_place == TextPlace.Json) _jsonPlace.Read(_output[_read]);
        }

        if (_place is not { } place)
            return value is HtmlFragment && _htmlPlace.Now is HtmlPlaceReader.Place.Text ? text
                : HtmlPlace.Encode(value is HtmlFragment fragment ? fragment.Source : text, _htmlPlace, value is UrlFragment);
        return place switch
        {
            TextPlace.Json => _jsonPlace.Encode(value is LiquidBlank ? null : value, this),
            TextPlace.Address => InAddress(value, text),
            TextPlace.Plain => text,
        };
    }

    /// <summary>In the address of a call a value is one part of the path or one value behind the <c>?</c>, whatever it is.</summary>
    private static string InAddress(object value, string text)
    {
        if (value is UrlFragment) return text;
        return text is "." or ".."
            ? throw new LiquidException("A merge field in the address came out as dots, which would lead elsewhere.")
            : AddressPlace.Percent(text, "");
    }

    /// <summary>What a piece of a text means in Liquid, where the library takes it for something else.</summary>
    private object? Meant(ScriptNode node, bool aliasReturnedFunction)
    {
        switch (node)
        {
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } logic:
                return Logic(logic);
            case ScriptBinaryExpression { OperatorToken: null, Left: ScriptVariable counter } step:
                return Count(counter.Name, step.Operator == ScriptBinaryOperator.Subtract);
            case ScriptBinaryExpression comparison when LiquidComparing.Knows(comparison.Operator):
                return LiquidComparing.Holds(
                    Evaluate(comparison.Left, false), comparison.Operator, Evaluate(comparison.Right, false), Zone);
            case ScriptCaseStatement { Value: { } value, Body: { } body }:
                _cases.Push(Evaluate(value, false));
                try
                {
                    return Evaluate(body, false);
                }
                finally
                {
                    _cases.Pop();
                }

            case ScriptWhenStatement choice when _cases.Count > 0:
                return choice.Values.Any(value => LiquidComparing.Same(_cases.Peek(), Evaluate(value, false), Zone))
                    ? choice.Body is null ? null : Evaluate(choice.Body, false)
                    : choice.Next is null ? null : Evaluate(choice.Next, false);
            case ScriptExpressionStatement { Expression: not (null or ScriptAssignExpression) } written when _place == TextPlace.Json:
                // What is missing must be a value all the same where a JSON value stands.
                return base.Evaluate(written, aliasReturnedFunction) ?? LiquidBlank.Blank;
            case { Parent: ScriptForStatement loop } when ReferenceEquals(loop.Iterator, node):
                return LiquidLists.Of(base.Evaluate(node, aliasReturnedFunction), _text?.PartOf(loop), this);
            default:
                return base.Evaluate(node, aliasReturnedFunction);
        }
    }

    /// <summary><c>and</c> and <c>or</c> are judged from right to left, without one going before
    /// the other (shopify.dev, Liquid basics, operators).</summary>
    private bool Logic(ScriptBinaryExpression logic)
    {
        var (operands, operators) = (new List<ScriptExpression?>(), new List<ScriptBinaryOperator>());
        Flatten(logic, operands, operators);
        for (var i = 0; i < operators.Count; i++)
        {
            var holds = ToBool(logic.Span, Evaluate(operands[i], false));
            if (holds == (operators[i] == ScriptBinaryOperator.Or)) return holds;
        }

        return ToBool(logic.Span, Evaluate(operands[^1], false));
    }

    private static void Flatten(ScriptExpression? expression, List<ScriptExpression?> operands, List<ScriptBinaryOperator> operators)
    {
        if (expression is not ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } logic)
        {
            operands.Add(expression);
            return;
        }

        Flatten(logic.Left, operands, operators);
        operators.Add(logic.Operator);
        Flatten(logic.Right, operands, operators);
    }

    /// <summary><c>increment</c> writes and then counts up, <c>decrement</c> counts down and then writes; both begin at 0.</summary>
    private long Count(string name, bool down)
    {
        var before = _counters.GetValueOrDefault(name);
        _counters[name] = down ? before - 1 : before + 1;
        return down ? before - 1 : before;
    }

    /// <summary>Whoever compares or copies a text goes through it.</summary>
    private object? Counted(object? value)
    {
        if (value is string { Length: > Compared } text) Work.ChargeText(text.Length, Compared);
        return value;
    }

    private static LiquidException? Inner(Exception exception)
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
            if (inner is LiquidException limit) return limit;
        return null;
    }
}
