using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Subscriptions;

/// <summary>A company whose plan has no sequences changes nothing about its runs and reviews: they
/// are held as they are until it upgrades.</summary>
public static class SubscriptionHold
{
    /// <summary>Why nothing can be done; null: the plan has sequences.</summary>
    public static TurnAnswer.Refused? PlanRefusal(this ICompanyCache companies, CompanyId company) =>
        companies.Find(company) is { HoldsSequences: true }
            ? new TurnAnswer.Refused(Refusal.WrongState, SequenceText.Refusal(new SequenceRefusal.NotInSubscription()))
            : null;
}
