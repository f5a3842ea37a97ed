using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Links;

/// <summary>What a link in a message stands for. Sent as opaque signed text, see <see cref="LinkTokens"/>.</summary>
/// <param name="Use">What the link is for: a token for one use is void for the others.</param>
/// <param name="Company">Whose message it is.</param>
/// <param name="Customer">Who got it; 0 where no customer is meant.</param>
/// <param name="Message">The message; 0 where none is meant.</param>
/// <param name="Index">For clicks: the number of the link in the message's HTML, 0 the first.</param>
public readonly record struct LinkToken(LinkUse Use, CompanyId Company, CustomerId Customer, MessageId Message, int Index = 0);

/// <summary>What a link is for. Numbers are inside links already sent.</summary>
public enum LinkUse
{
    Unsubscribe = 1,
    Open = 2,
    Click = 3,

    /// <summary>A provider's report on one text.</summary>
    TextReport = 4,

    /// <summary>The door for a company's incoming texts.</summary>
    TextWebhook = 5,
}
