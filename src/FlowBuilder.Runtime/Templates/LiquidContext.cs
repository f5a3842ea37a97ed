using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace FlowBuilder.Runtime.Templates;

/// <summary>
/// Renders one text at a time: within limits, without access to anything but <see cref="MergeFields"/>, and in HTML with every
/// value encoded on its way out. Costly to make, so <see cref="LiquidRenderer"/> keeps them.
/// </summary>
internal sealed class LiquidContext : LiquidTemplateContext, IDisposable
{
    private readonly LiquidOutput _output = new();
    private CancellationTokenSource _limit = new();
    private bool _html;

    internal LiquidContext()
    {
        LoopLimit = 10_000;
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
        LiquidFilters.AddTo(BuiltinObject);
    }

    internal MergeFields? Fields { get; private set; }

    /// <summary>A text filled in.</summary>
    /// <exception cref="LiquidException">Broken, or over its limits.</exception>
    internal string Render(LiquidText text, MergeFields fields, bool html, TimeSpan atMost)
    {
        if (text.IsPlain) return text.Source;
        if (text.Template is not { } template) throw new LiquidException(text.Errors[0].Message) { Line = text.Errors[0].Line };
        try
        {
            _html = html;
            Fields = fields;
            _limit.CancelAfter(atMost);
            CancellationToken = _limit.Token;
            fields.Forget();
            PushGlobal(fields);
            PushOutput(_output);
            template.Render(this);
            return Whole();
        }
        catch (Scriban.Syntax.ScriptAbortException)
        {
            throw new LiquidException("The message took too long to write. Make its loops smaller.");
        }
        catch (Scriban.Syntax.ScriptRuntimeException exception)
        {
            if (Inner(exception) is { } limit) throw limit;
            var error = LiquidError.Of(exception);
            throw new LiquidException(error.Message, exception) { Line = error.Line };
        }
        finally
        {
            Fields = null;
            Reset();
            _output.Clear();
            if (!_limit.TryReset())
            {
                _limit.Dispose();
                _limit = new CancellationTokenSource();
            }
        }
    }

    /// <summary>Scriban cuts silently what goes over its limit, captures included; a mark written last tells whether it did.</summary>
    private string Whole()
    {
        Write("\u0003");
        return _output.Length > 0 && _output[_output.Length - 1] == '\u0003' ? _output.Take(1) : throw new LiquidException(LiquidOutput.TooLong);
    }

    public void Dispose() => _limit.Dispose();

    /// <inheritdoc />
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        // Inside a capture block the text is still a value; it is encoded when it is written out.
        if (!_html || textAsObject is null || !ReferenceEquals(Output, _output)) return base.Write(span, textAsObject);
        if (textAsObject is HtmlFragment fragment) return Write(fragment.Html);
        var text = ObjectToString(textAsObject);
        return string.IsNullOrEmpty(text) ? this : Write(HtmlPlace.Encode(text, _output));
    }

    private static LiquidException? Inner(Exception exception)
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
            if (inner is LiquidException limit) return limit;
        return null;
    }
}
