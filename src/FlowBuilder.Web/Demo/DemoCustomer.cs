using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Web.Demo;

/// <summary>One made-up customer.</summary>
/// <param name="Number">0 to the number of customers - 1.</param>
/// <param name="Status">lead, active or former.</param>
/// <param name="Since">When the firm first heard of them.</param>
/// <param name="Traits">As an identify call carries them.</param>
internal sealed record DemoCustomer(int Number, string Status, DateTimeOffset Since, Properties Traits)
{
    public string UserId => $"gv-{1001 + Number}";

    /// <summary>A service and a price that stay with the customer.</summary>
    public (string Service, int Price) Wish { get; init; }

    public string Crew => DemoWords.Crews[Number % DemoWords.Crews.Length];
}
