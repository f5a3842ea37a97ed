using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Html;
using FlowBuilder.Runtime.Liquid;

namespace FlowBuilder.Runtime.Templates;

/// <summary>What a message says: subject, markup and text, within the limits of its channel and
/// with a way out where its purpose asks for one. Pure.</summary>
internal sealed class MessageRendering
{
    private const int LongestSubject = 500;
    private const int LongestTextMessage = 1_600;
    private readonly LiquidRenderer _renderer = new();

    /// <summary>Fills a template in.</summary>
    /// <param name="template">The template.</param>
    /// <param name="context">Whose message it is, and why.</param>
    /// <param name="unsubscribe">The way out; null where the channel's messages have none.</param>
    public Rendering Render(ParsedTemplate template, StepContext context, string? unsubscribe)
    {
        try
        {
            return Filled(template, context, unsubscribe);
        }
        catch (LiquidException exception)
        {
            return new Rendering.Failed($"The template “{template.Info.Name}” could not be filled in: {exception.Message}");
        }
    }

    /// <summary>Makes a message of a reviewer's own words.</summary>
    /// <param name="info">The template it began with.</param>
    /// <param name="edited">The words.</param>
    /// <param name="company">Whose message it is.</param>
    /// <param name="shown">The way out the reviewer saw.</param>
    /// <param name="own">The message's own.</param>
    public static Rendering.Done Finish(TemplateInfo info, EditedMessage edited, Company company, string shown, string own)
    {
        if (ChannelInfo.Of(info.Channel).Parts is not { HasSubjectAndDesign: true })
            return new Rendering.Done(null, null, Cut(edited.Text, LongestTextMessage));
        var html = edited.Html?.Replace(shown, own, StringComparison.Ordinal);
        var text = edited.Text.Replace(shown, own, StringComparison.Ordinal);
        if (info.Purpose == Purpose.Marketing)
        {
            if (html?.Contains(own, StringComparison.Ordinal) == false) html = UnsubscribeFooter.AddToHtml(html, company, own);
            if (!text.Contains(own, StringComparison.Ordinal)) text = UnsubscribeFooter.AddToText(text, company, own);
        }

        return new Rendering.Done(Cut(OneLine(edited.Subject ?? ""), LongestSubject), html, text);
    }

    private Rendering.Done Filled(ParsedTemplate template, StepContext context, string? unsubscribe)
    {
        var fields = new MergeFields(context, unsubscribe);
        if (ChannelInfo.Of(template.Info.Channel).Parts is not { HasSubjectAndDesign: true })
            return new Rendering.Done(
                null, null, Cut(_renderer.Render(template.Text ?? LiquidText.Parse(""), fields, html: false).Trim(), LongestTextMessage));

        var marketing = template.Info.Purpose == Purpose.Marketing;
        var subject = template.Subject is { } line ? Cut(OneLine(_renderer.Render(line, fields, html: false)), LongestSubject) : "";
        var html = template.Html is { } markup ? _renderer.Render(markup, fields, html: true) : null;
        var text = template.Text is { } words ? _renderer.Render(words, fields, html: false) : HtmlText.Of(html ?? "");
        if (!marketing) return new Rendering.Done(subject, html, text);
        if (html is not null && !template.HtmlNamesUnsubscribe) html = UnsubscribeFooter.AddToHtml(html, context.Company, unsubscribe!);
        var textHasIt = template.Text is null ? template.HtmlNamesUnsubscribe : template.TextNamesUnsubscribe;
        return new Rendering.Done(subject, html, textHasIt ? text : UnsubscribeFooter.AddToText(text, context.Company, unsubscribe!));
    }

    /// <summary>Header lines end at a line break: none may come out of a field.</summary>
    private static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f')
            && !text.AsSpan().ContainsAny('\x7f', '\x85', '\u2028')
            && !text.Contains('\u2029', StringComparison.Ordinal))
            return text.Trim();
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
        }).Trim();
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
