using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Ports;

/// <summary>An input that made a turn fail (a bug) and is set aside, so that it can be seen, tried
/// again and does not hold up others.</summary>
/// <param name="Company">Whose customer.</param>
/// <param name="Customer">Whose turn.</param>
/// <param name="Input">What broke it.</param>
/// <param name="Error">How, for whoever mends the program.</param>
public sealed record ParkedInput(CompanyId Company, CustomerId Customer, TurnInput Input, string Error);
