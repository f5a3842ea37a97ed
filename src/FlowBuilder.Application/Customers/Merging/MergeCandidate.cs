namespace FlowBuilder.Application.Customers.Merging;

/// <summary>One of two customers as they stand side by side before they are merged.</summary>
/// <param name="Number">Ours, never shown.</param>
/// <param name="UserId">The id in the sender's system; null: a visitor nobody has named.</param>
/// <param name="Name">As it is shown; may be empty.</param>
/// <param name="Email">Null when not known.</param>
/// <param name="Phone">Null when not known.</param>
/// <param name="Status">Null when not known.</param>
/// <param name="Tags">In alphabetical order.</param>
/// <param name="Records">How many estimates, invoices, visits..., to-dos apart.</param>
/// <param name="ToDos">How many to-dos, open and done.</param>
/// <param name="Runs">How many sequences the customer is in now.</param>
/// <param name="Since">When the customer was first told of.</param>
public sealed record MergeCandidate(
    long Number, string? UserId, string Name, string? Email, string? Phone, string? Status, IReadOnlyList<string> Tags, int Records,
    int ToDos, int Runs, DateTimeOffset Since)
{
    /// <summary>What the customer is called in a sentence.</summary>
    public string Words => Name.Length > 0 ? Name : Email ?? Phone ?? "a customer without a name";
}
