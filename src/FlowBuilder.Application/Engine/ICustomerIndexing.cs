using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Engine;

/// <summary>Keeps by what customers are looked up.</summary>
public interface ICustomerIndexing
{
    /// <summary>Looks at every customer of a company anew: the company's country has changed, and numbers are read otherwise.</summary>
    Task AgainAsync(CompanyId company, CancellationToken cancellation);
}
