namespace FlowBuilder.Benchmarks.Neighbours;

/// <summary>The worst one company does while another only wants its work done.</summary>
/// <param name="Name">In the table.</param>
/// <param name="Run">Does it; answers with what is worth saying of it, such as a refusal. Ends when
/// it has no more to do, or when it is told that it is over.</param>
/// <param name="Customers">How many the company has beforehand.</param>
internal sealed record Attack(string Name, Func<Street, Scale, CancellationToken, Task<string>> Run, int Customers = 0);
