namespace FlowBuilder.Core.Model.Customers;

/// <summary>The dates records usually have, as in contract.md section 1. A record may carry others.</summary>
public static class RecordDates
{
    private static readonly Dictionary<string, string[]> ByType = new(StringComparer.Ordinal)
    {
        ["estimate"] = ["sent_at", "expires_at"], ["invoice"] = ["due_at"], ["visit"] = ["start_at", "end_at"], ["meeting"] = ["start_at"],
        ["todo"] = ["due_at"], ["maintenance"] = ["due_at"],
    };

    /// <summary>Properties with the dates of a type of record; none for types without.</summary>
    public static IReadOnlyList<string> Of(string recordType) => ByType.GetValueOrDefault(recordType) ?? [];

    /// <summary>Whether some type of record usually has this date.</summary>
    public static bool AreUsual(string property) => ByType.Values.Any(dates => dates.Contains(property));
}
