using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Links;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Renders the templates on the shelf. Pure but for what is on it: same revision and context, same text.</summary>
public sealed class MessageWriter(TemplateShelf shelf, MessageLinks links) : IMessageWriter
{
    private const int LongestSubject = 500;
    private const int LongestTextMessage = 1_600;
    private readonly LiquidRenderer _renderer = new();

    /// <inheritdoc />
    public TemplateInfo? Find(CompanyId company, string template, int? revision = null) => shelf.Find(company, template, revision)?.Info;

    /// <inheritdoc />
    public Rendering Write(TemplateInfo info, StepContext context, MessageId message)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(context);
        if (shelf.Find(info.Company, info.Key, info.Revision) is not { } template)
            return new Rendering.Failed($"The template “{info.Name}” no longer exists.");
        return Write(template, context, ChannelInfo.Of(template.Info.Channel).Parts is { HasUnsubscribeLink: true } ? links.Unsubscribe(context.Company.Id, context.Customer.Id, message) : null);
    }

    /// <inheritdoc />
    public Rendering Finish(TemplateInfo info, EditedMessage edited, StepContext context, MessageId message)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(edited);
        ArgumentNullException.ThrowIfNull(context);
        if (ChannelInfo.Of(info.Channel).Parts is not { HasSubjectAndDesign: true }) return new Rendering.Done(null, null, Cut(edited.Text, LongestTextMessage));
        // The reviewer saw the way out of a message that did not exist yet.
        var (shown, own) = (links.Unsubscribe(context.Company.Id, context.Customer.Id, default), links.Unsubscribe(context.Company.Id, context.Customer.Id, message));
        var html = edited.Html?.Replace(shown, own, StringComparison.Ordinal);
        var text = edited.Text.Replace(shown, own, StringComparison.Ordinal);
        if (info.Purpose == Purpose.Marketing)
        {
            if (html?.Contains(own, StringComparison.Ordinal) == false) html = UnsubscribeFooter.AddToHtml(html, context.Company, own);
            if (!text.Contains(own, StringComparison.Ordinal)) text = UnsubscribeFooter.AddToText(text, context.Company, own);
        }

        return new Rendering.Done(Cut(OneLine(edited.Subject ?? ""), LongestSubject), html, text);
    }

    /// <summary>Renders a template that is not on the shelf (yet), to be looked at or sent as a test: its unsubscribe link unsubscribes nobody.</summary>
    public Rendering Try(TemplateVersion draft, StepContext context)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(context);
        return Write(new ParsedTemplate(draft), context, links.Absolute("/u/preview"));
    }

    private Rendering Write(ParsedTemplate template, StepContext context, string? unsubscribe)
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

    private Rendering.Done Filled(ParsedTemplate template, StepContext context, string? unsubscribe)
    {
        var fields = new MergeFields(context, unsubscribe);
        if (ChannelInfo.Of(template.Info.Channel).Parts is not { HasSubjectAndDesign: true })
            return new Rendering.Done(null, null, Cut(_renderer.Render(template.Text ?? LiquidText.Parse(""), fields, html: false).Trim(), LongestTextMessage));

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
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.AsSpan().ContainsAny('\x7f', '\x85', '\u2028') && !text.Contains('\u2029', StringComparison.Ordinal)) return text.Trim();
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
        }).Trim();
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
