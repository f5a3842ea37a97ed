using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Templates;

/// <summary>
/// Renders one text at a time: within limits, without access to anything but <see cref="MergeFields"/>, and in HTML with every
/// value encoded on its way out. Costly to make, so <see cref="LiquidRenderer"/> keeps them.
/// </summary>
internal sealed class LiquidContext : LiquidTemplateContext
{
    /// <summary>Characters a unit stands for where text is compared, copied, encoded.</summary>
    private const int Compared = 64;
    private const int Copied = 32;
    private const int Encoded = 4;

    private readonly LiquidOutput _output = new();
    private bool _html;

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

    /// <summary>A text filled in.</summary>
    /// <exception cref="LiquidException">Broken, or over its limits.</exception>
    internal string Render(LiquidText text, MergeFields fields, bool html)
    {
        if (text.IsPlain) return text.Source;
        if (text.Template is not { } template) throw new LiquidException(text.Errors[0].Message) { Line = text.Errors[0].Line };
        try
        {
            _html = html;
            Fields = fields;
            Work.Begin(fields.WorkLeft);
            fields.Forget();
            PushGlobal(fields);
            PushOutput(_output);
            template.Render(this);
            return Whole();
        }
        catch (ScriptRuntimeException exception)
        {
            if (exception.OriginalMessage.StartsWith("Exceeding number of iteration limit", StringComparison.Ordinal)) throw Work.Words(text.Source);
            if (Inner(exception) is { } limit) throw limit.IsTooMuchWork ? Work.Words(text.Source) : limit;
            var error = LiquidError.Of(exception);
            throw new LiquidException(error.Message, exception) { Line = error.Line };
        }
        catch (LiquidException limit) when (limit.IsTooMuchWork)
        {
            throw Work.Words(text.Source);
        }
        finally
        {
            fields.WorkLeft = Work.Left;
            Fields = null;
            Reset();
            _output.Clear();
        }
    }

    /// <summary>Scriban cuts silently what goes over its limit, captures included; a mark written last tells whether it did.</summary>
    private string Whole()
    {
        Write("\u0003");
        return _output.Length > 0 && _output[_output.Length - 1] == '\u0003' ? _output.Take(1) : throw new LiquidException(LiquidOutput.TooLong);
    }

    /// <inheritdoc />
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null) return null;
        Work.Charge(1);
        if (scriptNode is not ScriptStatement statement || scriptNode is ScriptBlockStatement) return Counted(base.Evaluate(scriptNode, aliasReturnedFunction));
        var entered = Work.Enter();
        try
        {
            return Counted(base.Evaluate(scriptNode, aliasReturnedFunction));
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
        if (textAsObject is null) return base.Write(span, textAsObject);
        var isFragment = textAsObject is HtmlFragment;
        var text = textAsObject is HtmlFragment { Html: var made } && _html ? made : ObjectToString(textAsObject);
        if (string.IsNullOrEmpty(text)) return this;
        // Inside a capture block the text is still a value; it is encoded when it is written out.
        var encodes = _html && !isFragment && ReferenceEquals(Output, _output);
        Work.ChargeText(text.Length, encodes ? Encoded : Copied);
        return Write(encodes ? HtmlPlace.Encode(text, _output) : text);
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
