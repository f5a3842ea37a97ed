using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Engine;

/// <summary>An input that broke its turn and was set aside, to be seen by whoever looks after the
/// program. Table <c>parked_inputs</c>.</summary>
public sealed class ParkedInputRow : ICompanyOwned
{
    /// <inheritdoc />
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public long CustomerId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Which input, such as <c>due</c> or <c>happened</c>; empty in rows from before inputs could be tried again.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The input as JSON, see <see cref="StoredInput"/>.</summary>
    public string Input { get; set; } = "";

    /// <summary>What broke, for whoever mends the program; never shown on a screen.</summary>
    public string Error { get; set; } = "";

    /// <summary>How often it was tried again and broke again.</summary>
    public int Tries { get; set; }
}
