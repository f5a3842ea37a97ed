using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Access;

/// <summary>Hears whom the call under way tells of, so that what is kept of its answer can be forgotten with the person.</summary>
public interface ICustomersTold
{
    /// <summary>Notes a customer; without a call under way nothing is noted.</summary>
    void Note(CustomerId customer);
}
