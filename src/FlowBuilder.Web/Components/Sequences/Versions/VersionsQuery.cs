using System.Globalization;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Components.Sequences.List;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.Components.Sequences.Versions;

/// <summary>What the page of versions shows, as it stands in its address.</summary>
/// <param name="Version">The version that is open; null: the newest.</param>
/// <param name="Face">How it is shown.</param>
/// <param name="With">What it is compared with: another version's number, or 0 for the draft.</param>
public sealed record VersionsQuery(int? Version, VersionFace Face, int With)
{
    private const string Draft = "draft";

    /// <summary>Reads an address; what is misspelt in it counts as not there.</summary>
    public static VersionsQuery Read(string? version, string? face, string? with) => new(
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null,
        Enum.GetValues<VersionFace>().FirstOrDefault(one => SequenceQuery.Written(one) == face),
        int.TryParse(with, NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? other : 0);

    /// <summary>The page's address with this in it.</summary>
    public string Address(SequenceId sequence)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (Version is { } version) parts["version"] = version.ToString(CultureInfo.InvariantCulture);
        if (Face != VersionFace.Drawing) parts["view"] = SequenceQuery.Written(Face);
        if (Face == VersionFace.Changes) parts["with"] = With == 0 ? Draft : With.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(SequenceQuery.VersionsAddress(sequence), parts);
    }
}

/// <summary>How a version is shown.</summary>
public enum VersionFace
{
    Drawing,
    Words,
    Changes,
}
