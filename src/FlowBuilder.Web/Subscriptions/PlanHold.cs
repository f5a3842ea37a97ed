using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Web.Sequences;

namespace FlowBuilder.Web.Subscriptions;

/// <summary>A company whose plan has no sequences changes nothing about its runs and reviews: they are held as they are until it upgrades.</summary>
internal static class PlanHold
{
    /// <summary>Why nothing can be done; null: the plan has sequences.</summary>
    public static TurnAnswer.Refused? PlanRefusal(this ICompanyShelf companies, CompanyId company) =>
        companies.Find(company) is { HoldsSequences: true } ? new TurnAnswer.Refused(Refusal.WrongState, SequenceWords.Refusal(new SequenceAnswer.NotInPlan())) : null;
}
