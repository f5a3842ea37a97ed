using System.Text.RegularExpressions;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>The address of a webhook: its host is written out, merge fields may stand in the path and behind the <c>?</c>.</summary>
internal static partial class WebhookAddress
{
    /// <summary>Why an address cannot be called; null when it can.</summary>
    internal static string? Refusal(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "No address has been chosen.";
        var address = text.Trim();
        if (HasFields(address) && !FixedHost().IsMatch(Before(address)))
            return
                "Merge fields can be used in the path of the address or after its ?, never in the host: write the host out, as in "
                    + "https://example.com/customers/{{ customer.id }}.";
        return !Uri.TryCreate(Sample(address), UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http")
            || url.Host.Length == 0
            ? "The address must be a web address starting with https://."
            : url.UserInfo.Length > 0 ? "The address must not contain a user name or password; calls are signed instead."
            : null;
    }

    /// <summary>The host to show; null when there is none yet.</summary>
    internal static string? Host(string? text) =>
        text is not null && Uri.TryCreate(Sample(text.Trim()), UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : null;

    /// <summary>The address with its merge fields filled in; null when it would not lead to the host that was written.</summary>
    internal static Uri? Filled(string text, StepContext c)
    {
        var address = text.Trim();
        if (!HasFields(address)) return new Uri(address);
        var filled = c.Fill(address, TextPlace.Address);
        // A part of dots would climb out of the path that was written.
        if (filled.Split('?', '#')[0].Split('/').Skip(3).Any(part => part is "." or "..")) return null;
        return !HasFields(filled)
            && filled.Length <= Rules.LongestUrl * 4
            && Uri.TryCreate(filled, UriKind.Absolute, out var url)
            && url.Authority == new Uri(Sample(address)).Authority
            && url.UserInfo.Length == 0
            ? url
            : null;
    }

    private static bool HasFields(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);

    private static string Before(string address)
    {
        var (field, tag) = (address.IndexOf("{{", StringComparison.Ordinal), address.IndexOf("{%", StringComparison.Ordinal));
        return address[..(field < 0 ? tag : tag < 0 ? field : Math.Min(field, tag))];
    }

    private static string Sample(string address) => Field().Replace(address, "x");

    [GeneratedRegex(@"^https?://[^/?#\\\s@{}]+[/?#]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FixedHost();

    [GeneratedRegex(@"\{\{[^{}]*\}\}|\{%[^{}]*%\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
