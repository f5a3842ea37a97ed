using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Runtime.Liquid;

namespace FlowBuilder.Runtime.Templates;

/// <summary>A template whose parts are parsed when first needed.</summary>
internal sealed class ParsedTemplate(TemplateVersion version)
{
    private LiquidText? _subject;
    private LiquidText? _html;
    private LiquidText? _text;

    internal TemplateVersion Version { get; } = version;

    internal TemplateInfo Info { get; } = new(
        version.Company, version.Key, version.Revision, version.Name, version.Channel, version.Purpose);

    internal LiquidText? Subject => Version.Subject is null ? null : _subject ??= LiquidText.Parse(Version.Subject);

    internal LiquidText? Html => string.IsNullOrWhiteSpace(Version.Html) ? null : _html ??= LiquidText.Parse(Version.Html);

    internal LiquidText? Text => string.IsNullOrWhiteSpace(Version.Text) ? null : _text ??= LiquidText.Parse(Version.Text);

    internal bool HtmlNamesUnsubscribe { get; } = version.Html?.Contains("unsubscribe_url", StringComparison.Ordinal) == true;

    internal bool TextNamesUnsubscribe { get; } = version.Text?.Contains("unsubscribe_url", StringComparison.Ordinal) == true;
}
