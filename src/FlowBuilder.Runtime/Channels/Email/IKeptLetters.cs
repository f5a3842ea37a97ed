using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Letters that stay with us after they were handed over: files in a folder, where no mail server is configured.</summary>
internal interface IKeptLetters
{
    /// <summary>Deletes letters to a customer, and letters to employees that tell of the customer. What is not there is no fault.</summary>
    /// <param name="company">Whose customer.</param>
    /// <param name="customer">The erased customer.</param>
    /// <param name="effects">Effect keys of the customer's messages.</param>
    void Forget(CompanyId company, CustomerId customer, IReadOnlyCollection<string> effects);
}

/// <summary>A mail server keeps nothing with us.</summary>
internal sealed class NoKeptLetters : IKeptLetters
{
    public void Forget(CompanyId company, CustomerId customer, IReadOnlyCollection<string> effects)
    {
    }
}
