using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Engine.Reviews;

/// <summary>Exactly what a reviewer is shown, and the etag that names it: plan, live version,
/// template revisions, rendered messages, caveats.</summary>
internal sealed record ReviewSnapshot(
    ImmutableArray<PreviewedMessage> Messages, ImmutableArray<string> Caveats, ImmutableDictionary<string, int> Templates, string Etag,
    string Alike)
{
    /// <param name="turn">The turn: nothing is changed in it.</param>
    /// <param name="run">The run, in review or on a late wait.</param>
    /// <param name="published">Its version.</param>
    /// <param name="at">When the review was opened: the preview is always made for that moment, so
    /// that only what matters makes it differ.</param>
    public static ReviewSnapshot Of(Turn turn, Enrollment run, PublishedSequence published, DateTimeOffset at)
    {
        var messages = Preview.Of(turn, run, published, at);
        var caveats = ImmutableArray.CreateBuilder<string>();
        if (run.State == EnrollmentState.Review && Qualification.Lost(turn, run, published) is { } lost)
            caveats.Add($"The customer no longer qualifies: {lost}.");
        if (published.LiveNumber != published.Number)
            caveats.Add(
                $"Version {published.LiveNumber} of the sequence has been published since; this customer would go through version "
                    + $"{published.Number}.");
        var templates = TemplatesOf(turn, run, published);
        return new ReviewSnapshot(
            messages, caveats.ToImmutable(), templates, Hash(published, messages, caveats, templates),
            Likeness(published, messages, caveats, templates));
    }

    /// <summary>What is different from what the review showed before, in words.</summary>
    public static ImmutableArray<string> Differences(Review before, ReviewSnapshot now)
    {
        var all = ImmutableArray.CreateBuilder<string>();
        foreach (var caveat in now.Caveats)
            if (!before.Caveats.Contains(caveat)) all.Add(caveat);
        foreach (var caveat in before.Caveats)
            if (!now.Caveats.Contains(caveat)) all.Add($"No longer true: {caveat}");
        if (before.Messages.Length != now.Messages.Length)
            all.Add($"{now.Messages.Length} instead of {before.Messages.Length} messages would be sent before the first wait.");
        else
            for (var i = 0; i < now.Messages.Length; i++) Compare(before.Messages[i], now.Messages[i], all);
        if (all.Count == 0) all.Add("A template that is used later in the sequence has been edited.");
        return all.ToImmutable();
    }

    private static void Compare(PreviewedMessage before, PreviewedMessage now, ImmutableArray<string>.Builder all)
    {
        var name = now.Subject is { Length: > 0 } subject ? $"“{subject}”" : $"the {now.Channel.ToString().ToLowerInvariant()} to {now.To}";
        if (before.Template != now.Template || before.TemplateRevision != now.TemplateRevision)
            all.Add($"The template of {name} has been edited.");
        if (before.To != now.To) all.Add($"{name} goes to {now.To} instead of {before.To}.");
        if (before.Subject != now.Subject) all.Add($"The subject is now {name} instead of “{before.Subject}”.");
        if (before.Text != now.Text || before.Html != now.Html) all.Add($"The text of {name} is different.");
    }

    private static ImmutableDictionary<string, int> TemplatesOf(Turn turn, Enrollment run, PublishedSequence published)
    {
        var found = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var step in published.Plan.Steps)
            foreach (var reference in step.Step.References)
                if (reference.Kind == ReferenceKind.Template && turn.Setting.Writer.Find(run.Company, reference.Key) is { } info)
                    found[reference.Key] = info.Revision;
        return found.ToImmutable();
    }

    private static string Hash(
        PublishedSequence published, ImmutableArray<PreviewedMessage> messages, IEnumerable<string> caveats,
        ImmutableDictionary<string, int> templates)
    {
        var text = Begin(published, templates);
        foreach (var message in messages)
        {
            Add(text, $"{message.Node} {message.Channel} {message.Template}@{message.TemplateRevision}");
            Add(text, message.To);
            Add(text, message.Subject);
            Add(text, message.Html);
            Add(text, message.Text);
        }

        foreach (var caveat in caveats) Add(text, caveat);
        return End(text);
    }

    /// <summary>The same hash for all whose messages differ by merge fields only.</summary>
    private static string Likeness(
        PublishedSequence published, ImmutableArray<PreviewedMessage> messages, IEnumerable<string> caveats,
        ImmutableDictionary<string, int> templates)
    {
        var text = Begin(published, templates);
        foreach (var message in messages)
            Add(
                text,
                $"{message.Node} {message.Part} {message.Channel} {message.Template}@{message.TemplateRevision} {message.IsEdited} "
                    + $"{message.Fault}");
        foreach (var caveat in caveats) Add(text, caveat);
        return End(text);
    }

    private static StringBuilder Begin(PublishedSequence published, ImmutableDictionary<string, int> templates)
    {
        var text = new StringBuilder();
        Add(text, published.Plan.Hash);
        Add(text, published.LiveNumber.ToString(CultureInfo.InvariantCulture));
        foreach (var (key, revision) in templates.OrderBy(template => template.Key, StringComparer.Ordinal)) Add(text, $"{key}@{revision}");
        return text;
    }

    // With its length in front no part can pretend to be two.
    private static void Add(StringBuilder text, string? part) => text.Append(part?.Length ?? -1).Append(':').Append(part).Append('\n');

    private static string End(StringBuilder text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
}
