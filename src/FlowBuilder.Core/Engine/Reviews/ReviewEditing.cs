using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Engine.Reviews;

/// <summary>A reviewer writes first messages anew for one run. What others were shown before is no
/// longer what would be sent: their approval is stale.</summary>
internal static class ReviewEditing
{
    public static TurnAnswer Edit(Turn turn, TurnInput.EditReview input)
    {
        if (ReviewLifecycle.Waiting(turn, input.Review, out var review, out var run, out var published) is { } refused) return refused;
        if (review.Kind == ReviewKind.LateWait)
            return No("The customer has already moved on: only the first messages, before anything is done, can be edited.");
        var now = ReviewLifecycle.Show(turn, review, run, published);
        if (now.Etag != input.Etag) return ReviewLifecycle.Stale(turn, review, now);
        foreach (var edited in input.Messages)
            if (Fault(now, edited) is { } fault) return No(fault);
        var after = review with { Edits = input.Messages };
        var words = input.Messages.IsDefaultOrEmpty ? $"{input.By} undid the edits." : $"{input.By} edited what this customer is sent.";
        turn.Save(ReviewLifecycle.Shown(after, ReviewLifecycle.Show(turn, after, run, published), [words]));
        return TurnAnswer.Ok;
    }

    private static string? Fault(ReviewSnapshot now, EditedMessage edited)
    {
        PreviewedMessage? shown = null;
        foreach (var message in now.Messages)
            if (message.Node == edited.Node && message.Part == edited.Part) shown = message;
        if (shown is null) return "This message is not among those that would be sent first.";
        if (shown.Fault) return "This message could not be created from its template. Fix the template first.";
        if (string.IsNullOrWhiteSpace(edited.Text)) return "A message needs text.";
        var channel = ChannelInfo.Of(shown.Channel);
        if (channel.Parts is not { } parts) return "Only emails and texts can be edited.";
        if (!parts.HasSubjectAndDesign && (edited.Subject is not null || edited.Html is not null))
            return $"{Capitals.First(channel.One)} has neither a subject nor a design.";
        if (parts.HasSubjectAndDesign && string.IsNullOrWhiteSpace(edited.Subject))
            return $"{Capitals.First(channel.One)} needs a subject.";
        if (edited.Subject?.Length > EditedMessage.LongestSubject || edited.Subject.AsSpan().ContainsAnyInRange('\0', '\x1f'))
            return $"A subject is one line of at most {EditedMessage.LongestSubject} characters.";
        if (edited.Text.Length > parts.LongestText || edited.Html?.Length > EditedMessage.LongestHtml) return parts.TooLong;
        return (edited.Html is null) != (shown.Html is null)
            ? $"{Capitals.First(channel.One)} with a design keeps its design, and a plain one stays plain."
            : null;
    }

    private static TurnAnswer.Refused No(string because) => new(Refusal.WrongState, because);
}
