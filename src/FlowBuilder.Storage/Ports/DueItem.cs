using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Ports;

/// <summary>One thing due for a customer.</summary>
public readonly record struct DueItem(CompanyId Company, CustomerId Customer, TurnInput Input, DateTimeOffset DueAt);

/// <summary>When something falls due next.</summary>
/// <param name="Work">Runs, moments and review expiries, on the product clock.</param>
/// <param name="Message">Put-off messages, on the product clock.</param>
/// <param name="Retry">Transport retries, on the system clock.</param>
public readonly record struct NextDue(DateTimeOffset? Work, DateTimeOffset? Message, DateTimeOffset? Retry);
