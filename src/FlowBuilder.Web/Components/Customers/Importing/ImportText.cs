using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Api.Customers.Importing;

namespace FlowBuilder.Web.Components.Customers.Importing;

/// <summary>What the import says on screen.</summary>
internal static class ImportText
{
    /// <summary>A problem as a sentence: “Row 7, Email address: …”.</summary>
    public static string Of(FieldError error)
    {
        var colon = error.Field.IndexOf(": ", StringComparison.Ordinal);
        var (row, field) = colon < 0 ? (error.Field, "") : (error.Field[..colon], error.Field[(colon + 2)..]);
        var where = row.StartsWith("row ", StringComparison.Ordinal) ? $"Row {row[4..]}" : "The file";
        return field.Length == 0 ? $"{where} {error.Message}" : $"{where}, {ImportTargets.Words(field) ?? field}: {error.Message}";
    }

    public static string Customers(int count) => $"{count:N0} customer{(count == 1 ? "" : "s")}";

    /// <summary>How many rows there are, and what was passed over.</summary>
    public static string Counts(ImportPlan plan) => string.Join(" · ", new[]
    {
        $"{plan.Sheet.Rows.Count:N0} row{(plan.Sheet.Rows.Count == 1 ? "" : "s")}",
        plan.Sheet.PassedOver > 0 ? $"{plan.Sheet.PassedOver:N0} empty" : null,
        plan.OwnFields.Count > 0 ? $"custom fields: {string.Join(", ", plan.OwnFields)}" : null,
    }.OfType<string>());

    /// <summary>What is worth knowing when it is done.</summary>
    public static string After(ImportPlan plan) => string.Join(" ", new[]
    {
        plan.BadRows > 0 ? $"{plan.BadRows:N0} row{(plan.BadRows == 1 ? " was" : "s were")} left out." : null,
        plan.OwnFields.Count > 0 ? $"These columns became custom fields: {string.Join(", ", plan.OwnFields)}." : null,
        plan.LeftOut.Count > 0 ? $"These columns were left out: {string.Join(", ", plan.LeftOut)}." : null,
    }.OfType<string>());
}
