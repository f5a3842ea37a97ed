using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Application.Subscriptions;

/// <summary>What each plan has. Sequences run on Growth and Enterprise.</summary>
public static class SubscriptionOffers
{
    public static bool HasSequences(Subscription plan) => plan != Subscription.Starter;

    /// <summary>What a plan is for, and what is in it.</summary>
    public static (string For, string[] Has, string[] HasNot) Of(Subscription plan) => plan switch
    {
        Subscription.Starter => ("For getting to know your customers.", [
            "Customers, tags and records", "Templates and to-dos", "Events in, API and keys"
        ], ["Sequence Automations: what you drew can still be viewed, but no one enters or moves"]),
        Subscription.Growth => ("For companies that follow up automatically.", [
            "All of Starter", "Sequence Automations: draw, publish, review", "Email, texts, notifications and webhooks"
        ], []),
        Subscription.Enterprise => ("For companies with a custom agreement.", ["All of Growth"], []),
    };
}
