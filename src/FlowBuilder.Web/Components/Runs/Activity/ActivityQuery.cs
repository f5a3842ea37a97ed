using System.Globalization;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Web.Components.Sequences.List;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowBuilder.Web.Components.Runs.Activity;

/// <summary>What the list of runs shows, as it stands in the page's address.</summary>
/// <param name="Customer">Part of a name, email, phone or id.</param>
/// <param name="Sequence">Only runs of this one.</param>
/// <param name="State">Only runs at this.</param>
/// <param name="Held">Only runs that are held.</param>
/// <param name="Before">Only runs older than the one of this number.</param>
/// <param name="Node">Only runs that stand on this step of <paramref name="Sequence"/>.</param>
/// <param name="From">Only runs entered on this day of the company's or later.</param>
/// <param name="Until">Only runs entered on this day or earlier.</param>
public sealed record ActivityQuery(
    string Customer = "", Guid? Sequence = null, EnrollmentState? State = null, bool Held = false, long? Before = null, string? Node = null,
    DateOnly? From = null, DateOnly? Until = null)
    : RunQuery(Customer, Sequence, State, Held, Before, Node, From, Until)
{
    public const string PageAddress = "/automations/activity";
    public const string ExportAddress = "/automations/activity/export";
    public const string HeldWord = "held";

    private const int LongestText = 200;
    private const int LongestNode = 64;

    public bool IsEmpty => this with { Before = null } == new ActivityQuery();

    /// <summary>Where one run is looked at.</summary>
    public static string RunAddress(long run) => string.Create(CultureInfo.InvariantCulture, $"{PageAddress}/{run}");

    /// <summary>Reads an address; what is misspelt in it counts as not there.</summary>
    public static ActivityQuery Read(
        string? customer, string? sequence, string? state, string? before, string? node = null, string? from = null,
        string? until = null) => new(
        customer?.Trim() is { Length: <= LongestText } words ? words : "",
        Guid.TryParse(sequence, out var id) ? id : null,
        Enum.GetValues<EnrollmentState>().Cast<EnrollmentState?>().FirstOrDefault(one => SequenceQuery.Written(one!.Value) == state),
        state == HeldWord,
        long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        node is { Length: > 0 and <= LongestNode } && Guid.TryParse(sequence, out _) ? node : null,
        CompanyDays.Read(from),
        CompanyDays.Read(until));

    /// <summary>An address with this in it.</summary>
    /// <param name="path">The page, or the export.</param>
    public string Address(string path = PageAddress)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (Customer.Length > 0) parts["customer"] = Customer;
        if (Sequence is { } sequence) parts["sequence"] = sequence.ToString("D");
        if (Node is not null) parts["node"] = Node;
        if (Held) parts["state"] = HeldWord;
        else if (State is { } state) parts["state"] = SequenceQuery.Written(state);
        if (CompanyDays.Write(From) is { } from) parts["from"] = from;
        if (CompanyDays.Write(Until) is { } until) parts["until"] = until;
        if (Before is { } before) parts["before"] = before.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(path, parts);
    }
}
