using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;
using FlowBuilder.Steps.Flow;
using FlowBuilder.Storage.Model.Enrollments;

namespace FlowBuilder.Application.Runs;

/// <summary>What screens and API say about runs and what was done for them.</summary>
public static class RunText
{
    /// <summary>What a step does; of one that is in no version any more, its kind.</summary>
    internal static string Plain(StepRunRow done, Step? step, Names names) => step?.Sentence(names) ?? done.StepType.Replace('-', ' ');

    /// <summary>What was done and why, as one sentence.</summary>
    internal static string Sentence(StepRunRow done, Step? step, Names names)
    {
        var plain = Plain(done, step, names);
        return Whole(string.IsNullOrEmpty(done.Because) ? plain : $"{plain}: {done.Because}");
    }

    /// <summary>With a capital at the beginning and a stop at the end.</summary>
    public static string Whole(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..].TrimEnd('.')}.";

    /// <summary>Which way was taken and why; null where there is only one.</summary>
    public static string? Decision(string? port, Step? step, Names names) => (port, step) switch
    {
        (null, _) => null,
        ("yes", If { When: { } when }) => $"Yes, because {when.Sentence(names)}.",
        ("no", If { When: { } when }) => $"Otherwise, because it is not true that {when.Sentence(names)}.",
        _ => $"{Ports.WordOf(port)}.",
    };

    public static string Of(StepResult result) => result switch
    {
        StepResult.Done => "Done",
        StepResult.Skipped => "Skipped",
        StepResult.Failed => "Failed",
        StepResult.TimedOut => "Timed out",
        StepResult.Unknown => "Uncertain",
        StepResult.Cancelled => "Cut short",
    };

    public static string Of(MessageState state) => state switch
    {
        MessageState.Waiting => "waiting to be sent",
        MessageState.Sending => "being sent",
        MessageState.Sent => "sent",
        MessageState.Skipped => "not sent",
        MessageState.Failed => "failed",
        MessageState.Unknown => "may or may not have arrived",
        MessageState.Cancelled => "canceled",
    };

    public static string Of(Channel channel) => ChannelInfo.Of(channel).Title;

    /// <summary>What comes next, or how it ended.</summary>
    public static string Next(RunLine line, TimeZoneInfo zone) => line switch
    {
        { EndedAt: { } ended } =>
            $"{(line.EndReason is { Length: > 0 } why ? why.TrimEnd('.') : "Reached the end")}, {CompanyTime.Words(ended, zone)}",
        { Hold: Hold.Plan } => "Continues after an upgrade",
        { Hold: Hold.Paused } => "Continues when the sequence is resumed",
        { Hold: Hold.Customer } => "Continues when automations are turned on for the customer",
        { State: EnrollmentState.Review } => "When someone approves",
        { DueAt: { } due } => CompanyTime.Words(due, zone),
        _ => "When something happens",
    };
}
