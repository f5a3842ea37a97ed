using System.Globalization;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Application.Sequences;

/// <summary>What screens say about sequences and runs.</summary>
public static class SequenceText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Of(SequenceState state) => state switch
    {
        SequenceState.Draft => "Draft",
        SequenceState.Live => "Live",
        SequenceState.Paused => "Paused",
        SequenceState.Archived => "Archived",
    };

    public static string Of(EnrollmentState state) => state switch
    {
        EnrollmentState.Review => "Waiting for approval",
        EnrollmentState.Active => "Moving on",
        EnrollmentState.Waiting => "Waiting",
        EnrollmentState.Sending => "Sending",
        EnrollmentState.Done => "Finished",
        EnrollmentState.Stopped => "Stopped",
        EnrollmentState.Rejected => "Rejected",
        EnrollmentState.Failed => "Failed",
    };

    public static string Of(EnrollmentState state, Hold hold) =>
        state > EnrollmentState.Sending || hold == Hold.None ? Of(state) : Of(hold);

    public static string Of(Hold hold) => hold switch
    {
        Hold.Paused => "Held: paused",
        Hold.Plan => "Held: plan",
        Hold.Customer => "Held: customer",
        Hold.None => "",
    };

    /// <summary>What an action is called where a late customer has a choice.</summary>
    public static (string Name, string Explained) Of(LatePolicy policy) => policy switch
    {
        LatePolicy.Send => ("Send now", "What is past due is done right away."),
        LatePolicy.Skip => ("Skip it", "What is past due is skipped; customers continue with their next wait."),
        LatePolicy.Shift => ("Move it", "Every wait is extended by the length of the pause."),
        LatePolicy.Ask => ("Ask me", "Each customer who is past due goes to the Review Sequence tab."),
    };

    /// <summary>Why nothing has changed, and what to do about it.</summary>
    public static string Refusal(SequenceRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Accept(RefusalText.Default);
    }

    /// <summary>That a drawing cannot be published, with the first problem.</summary>
    public static string Refusal(PublishAnswer.NotPublishable refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused.Diagnostics is [var first, ..] ? $"It cannot be published yet. {first.Message}" : "It cannot be published yet.";
    }

    public static string Minutes(TimeSpan wait) =>
        Math.Ceiling(wait.TotalMinutes) is > 1 and var minutes ? $"{minutes.ToString("N0", English)} minutes" : "a minute";

    public static string Number(int number) => number.ToString("N0", English);

    /// <summary>“1 customer”, “1,204 customers”.</summary>
    public static string Customers(int number) => $"{Number(number)} {(number == 1 ? "customer" : "customers")}";

    public static string Day(DateTimeOffset moment, TimeZoneInfo zone) => LocalClock.Local(moment, zone).ToString(ClockWords.Day, English);
}
