namespace FlowBuilder.Storage.Ports;

/// <summary>What the store has written since it was opened. For the status page, the benchmarks and
/// the tests that bound statements per step.</summary>
/// <param name="Statements">Rows written one statement at a time: executions of INSERT, UPDATE, DELETE.</param>
/// <param name="Commits">Transactions made durable.</param>
/// <param name="Units">Tasks those transactions were made of.</param>
/// <param name="LogPages">Pages in the write-ahead log when last looked at.</param>
public readonly record struct StoreCounters(long Statements, long Commits, long Units, long LogPages);
