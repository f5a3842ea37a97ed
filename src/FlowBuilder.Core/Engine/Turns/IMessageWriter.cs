using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>Renders templates. Pure: same template revision and context, same text.</summary>
public interface IMessageWriter
{
    /// <summary>What is known of a template; null when the company has none of that key.</summary>
    TemplateInfo? Find(CompanyId company, string template, int? revision = null);

    /// <summary>Renders a template for a run.</summary>
    /// <param name="info">From <see cref="Find"/>.</param>
    /// <param name="context">The run and its facts.</param>
    /// <param name="message">The id the message will have: links in it carry it.</param>
    Rendering Write(TemplateInfo info, StepContext context, MessageId message);

    /// <summary>Makes a reviewer's own words fit to leave: nothing is filled in, but links are
    /// those of this message, and a marketing email has its way out.</summary>
    Rendering Finish(TemplateInfo info, EditedMessage edited, StepContext context, MessageId message);
}

/// <summary>A template at one revision.</summary>
public sealed record TemplateInfo(CompanyId Company, string Key, int Revision, string Name, Channel Channel, Purpose Purpose);

/// <summary>A rendered message, or why it could not be rendered. A closed set.</summary>
public abstract record Rendering
{
    private Rendering()
    {
    }

    /// <summary>Subject and HTML are null for texts.</summary>
    public sealed record Done(string? Subject, string? Html, string Text) : Rendering;

    /// <summary>The template is broken or ran over its limits.</summary>
    public sealed record Failed(string Because) : Rendering;
}
