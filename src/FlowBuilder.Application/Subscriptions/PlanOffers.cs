using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Application.Subscriptions;

/// <summary>What each plan has. Sequences run on Growth and Enterprise.</summary>
public static class PlanOffers
{
    public static bool HasSequences(Subscription plan) => plan != Subscription.Starter;

    /// <summary>What a plan is for, and what is in it.</summary>
    public static (string For, string[] Has, string[] HasNot) Of(Subscription plan) => plan switch
    {
        Subscription.Starter => ("For getting to know your customers.", ["Customers, tags and records", "Templates and to-dos", "Events in, API and keys"], ["Sequence Automations: what you drew stays readable, nobody enters, nobody moves"]),
        Subscription.Growth => ("For firms that follow up by themselves.", ["All of Starter", "Sequence Automations: draw, publish, review", "Email, texts, notifications and webhooks"], []),
        Subscription.Enterprise => ("For firms with an agreement of their own.", ["All of Growth"], []),
    };
}
