using System.Globalization;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Web.Sequences;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.Runs;

/// <summary>What the list of runs shows, as it stands in the page's address.</summary>
/// <param name="Customer">Part of a name, email, phone or id.</param>
/// <param name="Sequence">Only runs of this one.</param>
/// <param name="State">Only runs at this.</param>
/// <param name="Held">Only runs that are held.</param>
/// <param name="Before">Only runs older than the one of this number.</param>
/// <param name="Node">Only runs that stand on this step of <paramref name="Sequence"/>.</param>
public sealed record ActivityQuery(string Customer = "", Guid? Sequence = null, EnrollmentState? State = null, bool Held = false, long? Before = null, string? Node = null)
{
    public const string PageAddress = "/automations/activity";
    public const string HeldWord = "held";

    private const int LongestText = 200;
    private const int LongestNode = 64;

    public bool IsEmpty => Customer.Length == 0 && Sequence is null && State is null && !Held && Node is null;

    /// <summary>Reads an address; what is misspelt in it counts as not there.</summary>
    public static ActivityQuery Read(string? customer, string? sequence, string? state, string? before, string? node = null) => new(
        customer?.Trim() is { Length: <= LongestText } words ? words : "",
        Guid.TryParse(sequence, out var id) ? id : null,
        Enum.GetValues<EnrollmentState>().Cast<EnrollmentState?>().FirstOrDefault(one => SequenceQuery.Written(one!.Value) == state),
        state == HeldWord,
        long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        node is { Length: > 0 and <= LongestNode } && Guid.TryParse(sequence, out _) ? node : null);

    /// <summary>The page's address with this in it.</summary>
    public string Address()
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (Customer.Length > 0) parts["customer"] = Customer;
        if (Sequence is { } sequence) parts["sequence"] = sequence.ToString("D");
        if (Node is not null) parts["node"] = Node;
        if (Held) parts["state"] = HeldWord;
        else if (State is { } state) parts["state"] = SequenceQuery.Written(state);
        if (Before is { } before) parts["before"] = before.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(PageAddress, parts);
    }
}
