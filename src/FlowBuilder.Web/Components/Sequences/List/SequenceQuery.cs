using System.Globalization;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Components.Designer;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.Components.Sequences.List;

/// <summary>What a list of sequences shows, as it stands in the page's address.</summary>
/// <param name="Text">Part of a title or description.</param>
/// <param name="State">Only sequences at this; null: all.</param>
/// <param name="Sort">The order.</param>
/// <param name="Page">From 1.</param>
/// <param name="Label">Only sequences with this label; empty: all.</param>
/// <param name="Owner">Only sequences of the person with this id; empty: all.</param>
public sealed record SequenceQuery(
    string Text = "", SequenceState? State = null, SequenceSort Sort = SequenceSort.Updated, int Page = 1, string Label = "",
    string Owner = "")
{
    public const string PageAddress = "/automations/sequences";

    /// <summary>Where a sequence is drawn.</summary>
    public static string EditAddress(SequenceId sequence) => $"{PageAddress}/{sequence}/edit";

    /// <summary>Where a sequence is drawn, or written as an outline.</summary>
    public static string EditAddress(SequenceId sequence, DesignerView view) => $"{EditAddress(sequence)}?view={Written(view)}";

    /// <summary>Where its published versions are looked at.</summary>
    public static string VersionsAddress(SequenceId sequence) => $"{PageAddress}/{sequence}/versions";

    private const int LongestText = 200;
    private const int LastPage = 100_000;

    public bool IsEmpty => Text.Length == 0 && State is null && Label.Length == 0 && Owner.Length == 0;

    /// <summary>Reads an address; what is misspelt in it counts as not there.</summary>
    public static SequenceQuery Read(
        string? text, string? state, string? sort, string? page, string? label = null, string? owner = null) => new(
        Words(text),
        Word<SequenceState>(state),
        Word<SequenceSort>(sort) ?? SequenceSort.Updated,
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, LastPage) : 1,
        Words(label),
        Words(owner));

    /// <summary>The page's address with this in it.</summary>
    public string Address()
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (Text.Length > 0) parts["q"] = Text;
        if (State is { } state) parts["status"] = Written(state);
        if (Label.Length > 0) parts["label"] = Label;
        if (Owner.Length > 0) parts["owner"] = Owner;
        if (Sort != SequenceSort.Updated) parts["sort"] = Written(Sort);
        if (Page > 1) parts["page"] = Page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(PageAddress, parts);
    }

    public static string Written<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Words(string? typed) => typed?.Trim() is { Length: <= LongestText } words ? words : "";

    private static T? Word<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Written(value) == word) return value;
        return null;
    }
}
