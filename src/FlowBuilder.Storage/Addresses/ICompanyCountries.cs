using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Addresses;

/// <summary>Knows the companies' countries: those of phone numbers written without one.</summary>
public interface ICompanyCountries
{
    /// <returns>A country's two letters; null when the company is not known or says nothing.</returns>
    string? CountryOf(CompanyId company);
}
