using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers.Merging;
using FlowBuilder.Core.Engine.Turns;

namespace FlowBuilder.Web.Components.Customers.Merging;

/// <summary>Merging in words.</summary>
internal static class MergeText
{
    /// <summary>The rows of the two side by side.</summary>
    public static IReadOnlyList<(string Label, Func<MergeCandidate, TimeZoneInfo, string> Of)> Rows { get; } =
    [
        ("Name", (side, _) => Told(side.Name)),
        ("Id", (side, _) => Told(side.UserId)),
        ("Email", (side, _) => Told(side.Email)),
        ("Phone", (side, _) => Told(side.Phone)),
        ("Status", (side, _) => Told(side.Status)),
        ("Tags", (side, _) => Told(string.Join(", ", side.Tags))),
        ("Estimates, invoices, visits...", (side, _) => Count(side.Records, "record")),
        ("To-dos", (side, _) => Count(side.ToDos, "to-do")),
        ("Sequences now", (side, _) => Count(side.Runs, "sequence")),
        ("Known since", (side, zone) => CompanyTime.Words(side.Since, zone)),
    ];

    /// <summary>What merging two customers does, a sentence each.</summary>
    public static IReadOnlyList<string> WhatHappens(MergeCandidate stays, MergeCandidate goes) =>
    [
        $"{stays.Words} is kept. Everything from {goes.Words} moves there: records, tags, history, messages and sequences.",
        $"Where both have a value in the same field, the one from {stays.Words} counts. What only {goes.Words} has is kept, up to the "
            + $"limits for one customer.",
        "Where both are in the same sequence for the same record, the one who entered first continues; the other run stops, and its "
            + "waiting messages and reviews are canceled.",
        $"From then on both ids lead to {stays.Words}{(goes.UserId is { } id ? $", including what is sent for “{id}”" : "")}.",
        "An unsubscribe or STOP on either side stays in effect.",
        "This cannot be undone.",
    ];

    /// <summary>Why two customers cannot be merged here; null when they can.</summary>
    public static string? WhyNot(MergeCandidate stays, MergeCandidate goes) =>
        stays.Number == goes.Number ? "Both are the same customer. Choose a different one."
        : stays.UserId is null || goes.UserId is null
        ? $"{(stays.UserId is null ? stays : goes).Words} is known only as a visitor to your website, without their own id. Your website "
            + $"links visitors to customers automatically when they sign in or identify themselves."
        : null;

    /// <summary>What came of it: whether it was done, and the words for it.</summary>
    public static (bool IsDone, string Words) Of(MergeAnswer answer, MergeCandidate stays, MergeCandidate goes) => answer switch
    {
        MergeAnswer.Merged => (true, $"{goes.Words} was merged into {stays.Words}."),
        MergeAnswer.Noted => (true, $"Noted: {goes.Words} will be merged into {stays.Words} as soon as current work is done."),
        MergeAnswer.AreOne => (false, "They are already one customer. Someone merged them in the meantime."),
        _ => (false, "One of the two no longer exists. Someone merged or erased them in the meantime. Choose again."),
    };

    private static string Told(string? text) => string.IsNullOrWhiteSpace(text) ? "-" : text;

    private static string Count(int many, string what) => many == 0 ? "none" : $"{many:N0} {what}{(many == 1 ? "" : "s")}";
}
