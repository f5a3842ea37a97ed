namespace FlowBuilder.Core.Model.Customers;

/// <summary>Which source set a field, and the event time of that value: an older value of the same
/// source never replaces a newer one.</summary>
public readonly record struct FieldStamp(string Source, DateTimeOffset At);
