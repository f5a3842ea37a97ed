using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Engine;

/// <summary>
/// What became of an incoming event: durable under <paramref name="Seq"/>, or known already (<paramref name="Duplicate"/>, Seq of no meaning).
/// <paramref name="KeptApart"/>: an alias whose ids belong to two known customers, who stay two.
/// </summary>
public readonly record struct IntakeReceipt(CustomerId Customer, long Seq, bool Duplicate, bool KeptApart = false);
