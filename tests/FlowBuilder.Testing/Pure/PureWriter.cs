using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Testing.Pure;

/// <summary>Templates that say their key, revision and the customer's name; every key exists unless
/// it begins with <c>missing</c>.</summary>
public sealed class PureWriter : IMessageWriter, ITextFiller
{
    private readonly Dictionary<string, (int Revision, Purpose Purpose)> _edited = [];

    /// <summary>Edits a template: its revision grows.</summary>
    public void Edit(string key, Purpose purpose = Purpose.Marketing) =>
        _edited[key] = (_edited.GetValueOrDefault(key, (1, purpose)).Item1 + 1, purpose);

    /// <summary>Makes a template transactional, revision 1.</summary>
    public void Transactional(string key) => _edited[key] = (1, Purpose.Transactional);

    public TemplateInfo? Find(CompanyId company, string template, int? revision = null)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (template.StartsWith("missing", StringComparison.Ordinal)) return null;
        var (newest, purpose) = _edited.GetValueOrDefault(template, (1, Purpose.Marketing));
        return new TemplateInfo(
            company, template, revision ?? newest, template,
            template.StartsWith("text", StringComparison.Ordinal) ? Channel.Text : Channel.Email, purpose);
    }

    public Rendering Write(TemplateInfo info, StepContext context, MessageId message)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(context);
        if (info.Key.StartsWith("broken", StringComparison.Ordinal)) return new Rendering.Failed("The template is broken.");
        var text = $"{info.Key} r{info.Revision} for {context.Customer.DisplayName}";
        return info.Channel == Channel.Text ? new Rendering.Done(null, null, text) : new Rendering.Done(info.Key, $"<p>{text}</p>", text);
    }

    public Rendering Finish(TemplateInfo info, EditedMessage edited, StepContext context, MessageId message)
    {
        ArgumentNullException.ThrowIfNull(edited);
        return new Rendering.Done(edited.Subject, edited.Html, edited.Text);
    }

    public string Fill(string liquid, StepContext context)
    {
        ArgumentNullException.ThrowIfNull(liquid);
        ArgumentNullException.ThrowIfNull(context);
        return liquid.Replace("{{ customer.name }}", context.Customer.DisplayName, StringComparison.Ordinal);
    }
}
