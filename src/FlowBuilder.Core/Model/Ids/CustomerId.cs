using System.Globalization;

namespace FlowBuilder.Core.Model.Ids;

/// <summary>Our own number for a customer. Outside, a customer is known by the sender's own <c>userId</c>.</summary>
public readonly record struct CustomerId(long Value)
{
    /// <summary>The partition that works for this customer, 0 to <paramref name="partitions"/> - 1. Fixed for life.</summary>
    public int PartitionOf(int partitions) => (int)((ulong)Value * 0x9E3779B97F4A7C15UL >> 40) % partitions;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
