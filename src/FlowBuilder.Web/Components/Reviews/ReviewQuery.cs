using System.Globalization;
using FlowBuilder.Application.Reviews;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.Components.Reviews;

/// <summary>What the desk shows, as it stands in the page's address.</summary>
/// <param name="View">Which part of the queue.</param>
/// <param name="Sequence">Only of this one.</param>
/// <param name="Open">The review that is looked at.</param>
/// <param name="After">The page begins behind this place.</param>
public sealed record ReviewQuery(
    ReviewFilter View = ReviewFilter.Waiting, Guid? Sequence = null, long? Open = null,
    string? After = null) : ReviewSearch(View, Sequence, After)
{
    public const string PageAddress = "/automations/reviews";

    /// <summary>Reads an address; what is misspelt in it counts as not there.</summary>
    public static ReviewQuery Read(string? view, string? sequence, string? open, string? after) => new(
        Enum.GetValues<ReviewFilter>().FirstOrDefault(one => Written(one) == view),
        Guid.TryParse(sequence, out var id) ? id : null,
        long.TryParse(open, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        ReviewPlace.Read(after) is null ? null : after);

    public static string Written(ReviewFilter view) => view.ToString().ToLowerInvariant();

    /// <summary>The page's address with this in it.</summary>
    public string Address()
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (View != ReviewFilter.Waiting) parts["view"] = Written(View);
        if (Sequence is { } sequence) parts["sequence"] = sequence.ToString("D");
        if (After is not null) parts["after"] = After;
        if (Open is { } open) parts["open"] = open.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(PageAddress, parts);
    }
}
