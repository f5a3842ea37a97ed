namespace FlowBuilder.Runtime.Storage.Model;

/// <summary>An input that broke its turn and was set aside, to be seen by whoever looks after the program. Table <c>parked_inputs</c>.</summary>
public sealed class ParkedInputRow : ICompanyOwned
{
    /// <inheritdoc />
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public long CustomerId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>What the input was, in our words.</summary>
    public string Input { get; set; } = "";

    public string Error { get; set; } = "";
}
