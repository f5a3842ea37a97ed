using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers.Merging;
using FlowBuilder.Core.Engine.Turns;

namespace FlowBuilder.Web.Components.Customers.Merging;

/// <summary>Merging in words.</summary>
internal static class MergeWords
{
    /// <summary>The rows of the two side by side.</summary>
    public static IReadOnlyList<(string Label, Func<MergeSide, TimeZoneInfo, string> Of)> Rows { get; } =
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
    public static IReadOnlyList<string> WhatHappens(MergeSide stays, MergeSide goes) =>
    [
        $"{stays.Words} stays. Everything of {goes.Words} goes there: records, tags, history, messages and sequences.",
        $"Where both have something in the same field, that of {stays.Words} counts. What only {goes.Words} has is kept, as far as one customer can hold it.",
        "Where both are in the same sequence for the same record, the one who entered first goes on; the other run stops, and its messages and reviews that wait are cancelled.",
        $"Both ids lead to {stays.Words} from then on{(goes.UserId is { } id ? $", also what is sent for “{id}”" : "")}.",
        "Who has unsubscribed or said STOP on either side stays unsubscribed or stopped.",
        "It cannot be undone.",
    ];

    /// <summary>Why two customers cannot be merged here; null when they can.</summary>
    public static string? WhyNot(MergeSide stays, MergeSide goes) =>
        stays.Number == goes.Number ? "Both are the same customer. Choose another one."
        : stays.UserId is null || goes.UserId is null ? $"{(stays.UserId is null ? stays : goes).Words} is known only as a visitor of your website, without an id of their own. Your website joins visitors to customers by itself when they sign in or identify themselves."
        : null;

    /// <summary>What came of it: whether it was done, and the words for it.</summary>
    public static (bool IsDone, string Words) Of(MergeAnswer answer, MergeSide stays, MergeSide goes) => answer switch
    {
        MergeAnswer.Merged => (true, $"{goes.Words} has been merged into {stays.Words}."),
        MergeAnswer.Noted => (true, $"It is noted: {goes.Words} will be merged into {stays.Words} as soon as what the program is working on is done."),
        MergeAnswer.AreOne => (false, "Both are one customer already. Somebody has merged them meanwhile."),
        _ => (false, "One of the two is not there any more. Somebody has merged or erased them meanwhile. Choose again."),
    };

    private static string Told(string? text) => string.IsNullOrWhiteSpace(text) ? "-" : text;

    private static string Count(int many, string what) => many == 0 ? "none" : $"{many:N0} {what}{(many == 1 ? "" : "s")}";
}
