using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Design.Commands;

namespace FlowBuilder.Application.Engine;

/// <summary>What became of an incoming event: durable under <paramref name="Seq"/>, or known already (<paramref name="Duplicate"/>, Seq of no meaning).</summary>
public readonly record struct IntakeReceipt(CustomerId Customer, long Seq, bool Duplicate);
