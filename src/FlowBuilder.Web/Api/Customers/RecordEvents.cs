using System.Globalization;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>The event that would have put a record into a status: <c>Invoice Past Due</c> for an invoice that is past-due.</summary>
internal static class RecordEvents
{
    public static string NameOf(string type, string? status)
    {
        var what = type == "todo" ? "To-Do" : Words(type);
        return $"{what} {(string.IsNullOrEmpty(status) ? "Recorded" : Words(status))}";
    }

    private static string Words(string kebab) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(kebab.Replace('-', ' ').Replace('_', ' '));
}
