using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;

namespace FlowBuilder.Steps.Triggers.Messages;

/// <summary>Which template an <i>Email Opened</i> or <i>Link Clicked</i> is about: told by the event, else found by its message.</summary>
internal static class OpenedOrClicked
{
    public static bool IsOf(string? template, CustomerEvent happened, Facts facts)
    {
        if (string.IsNullOrWhiteSpace(template)) return true;
        var told = happened.Properties.Text("template");
        if (told is null && happened.Properties.Text("message_id") is { } id)
            told = facts.Messages.FindLast(message => message.Id.ToString() == id)?.Template;
        return string.Equals(told, template.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
