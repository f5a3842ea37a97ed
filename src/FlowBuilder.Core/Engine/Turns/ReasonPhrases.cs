using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>Why something was decided, in words a marketer understands.</summary>
internal static class ReasonPhrases
{
    public static string Of(RecordKey record) => $"{record.Type} {record.Id}";

    /// <summary>Names sequences by their titles.</summary>
    public static Names Names(IPlanCache plans, CompanyId company) => new Titles(plans, company);

    /// <summary>Which part of a group does not hold.</summary>
    public static string WhyNot(Condition condition, ConditionContext c, Names names)
    {
        if (condition is not ConditionGroup group) return $"it is not true that {condition.Sentence(names)}";
        foreach (var member in group.Members)
        {
            switch (group.Combine)
            {
                case Combination.All when !member.Holds(c): return WhyNot(member, c, names);
                case Combination.None when member.Holds(c): return $"{WhyHolds(member, c, names)}, which must not be true";
            }
        }

        return group.Members.Length == 1 ? WhyNot(group.Members[0], c, names) : $"it is not true that {group.Sentence(names)}";
    }

    /// <summary>Which part makes a group hold.</summary>
    public static string WhyHolds(Condition condition, ConditionContext c, Names names)
    {
        if (condition is ConditionGroup { Combine: Combination.Any } group)
            foreach (var member in group.Members)
                if (member.Holds(c)) return WhyHolds(member, c, names);
        return condition.Sentence(names);
    }

    public static string Paused(Hold hold) => hold switch
    {
        Hold.Paused => "not entered: paused (the sequence is paused)",
        Hold.Plan => "not entered: paused (the company's plan has no sequences)",
        Hold.None or Hold.Customer => "not entered: paused (automations are turned off for this customer)",
    };

    private sealed class Titles(IPlanCache plans, CompanyId company) : Names
    {
        public override string Sequence(string? id) =>
            SequenceId.TryParse(id, out var sequence) && plans.Newest(company, sequence) is { } found
                ? $"“{found.Title}”"
                : base.Sequence(id);
    }
}
