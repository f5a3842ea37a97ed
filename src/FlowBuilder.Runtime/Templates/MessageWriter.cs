using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Links;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Renders the templates in the cache with the links of the message. Pure but for what is
/// in it: same revision and context, same text.</summary>
public sealed class MessageWriter(TemplateCache cache, MessageLinks links) : IMessageWriter
{
    private readonly MessageRendering _rendering = new();

    /// <inheritdoc />
    public TemplateInfo? Find(CompanyId company, string template, int? revision = null) => cache.Find(company, template, revision)?.Info;

    /// <inheritdoc />
    public Rendering Write(TemplateInfo info, StepContext context, MessageId message)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(context);
        if (cache.Find(info.Company, info.Key, info.Revision) is not { } template)
            return new Rendering.Failed($"The template “{info.Name}” no longer exists.");
        return _rendering.Render(
            template, context,
            ChannelInfo.Of(template.Info.Channel).Parts is { HasUnsubscribeLink: true }
                ? links.Unsubscribe(context.Company.Id, context.Customer.Id, message)
                : null);
    }

    /// <inheritdoc />
    public Rendering Finish(TemplateInfo info, EditedMessage edited, StepContext context, MessageId message)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(edited);
        ArgumentNullException.ThrowIfNull(context);
        // The reviewer saw the way out of a message that did not exist yet.
        var (shown, own) = (links.Unsubscribe(
            context.Company.Id, context.Customer.Id, default), links.Unsubscribe(context.Company.Id, context.Customer.Id, message));
        return MessageRendering.Finish(info, edited, context.Company, shown, own);
    }

    /// <summary>Renders a template that is not in the cache (yet), to be looked at or sent as a
    /// test: its unsubscribe link unsubscribes nobody.</summary>
    public Rendering Try(TemplateVersion draft, StepContext context)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(context);
        return _rendering.Render(new ParsedTemplate(draft), context, links.Absolute("/u/preview"));
    }
}
