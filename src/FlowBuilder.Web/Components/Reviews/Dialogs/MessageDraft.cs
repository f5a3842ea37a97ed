using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Runtime.Templates;

namespace FlowBuilder.Web.Components.Reviews.Dialogs;

/// <summary>A message while a reviewer writes it anew: of an email with a design its words are
/// written piece by piece, and the design stays.</summary>
internal sealed class MessageDraft
{
    private readonly PreviewedMessage _shown;
    private readonly string[] _before;

    public MessageDraft(PreviewedMessage shown)
    {
        _shown = shown;
        Subject = shown.Subject ?? "";
        _before = shown.Html is { } html ? [.. MessageWords.Of(html)] : [shown.Text];
        Words = [.. _before];
    }

    public Channel Channel => _shown.Channel;

    public bool HasSubject => ChannelInfo.Of(Channel).Parts is { HasSubjectAndDesign: true };

    public string To => _shown.To;

    public string Subject { get; set; }

    public string[] Words { get; }

    public int Longest => ChannelInfo.Of(Channel).Parts?.LongestText ?? EditedMessage.LongestText;

    /// <summary>An earlier edit counts: what is not named in an edit has its own words again.</summary>
    public bool IsChanged => _shown.IsEdited || Subject != (_shown.Subject ?? "") || !Words.SequenceEqual(_before);

    /// <summary>Why it cannot be sent like this; null when it can.</summary>
    public string? Fault =>
        HasSubject && string.IsNullOrWhiteSpace(Subject)
            ? "An email needs a subject."
            : Words.All(string.IsNullOrWhiteSpace)
            ? "A message needs text."
            : null;

    public EditedMessage ToEdited()
    {
        var subject = HasSubject ? Subject.Trim() : null;
        if (_shown.Html is not { } html) return new EditedMessage(_shown.Node, _shown.Part, subject, null, Words[0].Trim());
        var design = MessageWords.Put(html, Words);
        return new EditedMessage(_shown.Node, _shown.Part, subject, design, MessageWords.Plain(design));
    }
}
