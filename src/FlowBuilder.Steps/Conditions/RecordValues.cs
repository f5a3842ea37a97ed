using System.Text.Json;
using FlowBuilder.Core.Model.Customers;

namespace FlowBuilder.Steps.Conditions;

/// <summary>What a record says of itself: its properties, and its status where no property has that name.</summary>
internal static class RecordValues
{
    public static JsonElement? Of(Record record, string property) => record.Properties.Get(property)
        ?? (property == "status" && record.Status is { } status ? JsonSerializer.SerializeToElement(status) : null);
}
