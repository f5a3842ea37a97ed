using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Delivery;

/// <summary>Where the answers of channels go: the queue of the partition whose message it was.</summary>
internal interface IDeliveryAnswers
{
    /// <summary>A message has been answered for.</summary>
    void Answer(CompanyId company, CustomerId customer, TurnInput.MessageAnswered answer);
}
