namespace FlowBuilder.Core.Customers;

/// <summary>An event a customer has been through, as far as conditions ask: no properties.</summary>
public readonly record struct Happening(long Seq, string Name, RecordKey? Record, DateTimeOffset At);
