using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Storage.Addresses;

/// <summary>By what customers are looked up: the hashes of their addresses, and the text a search looks through.</summary>
/// <param name="hashes">Makes the hashes.</param>
/// <param name="companies">Knows the companies' countries; null: all are in <see cref="PhoneForm.DefaultCountry"/>.</param>
internal sealed class CustomerIndex(AddressHashes hashes, ICompanyCountries? companies)
{
    /// <summary>Stands for “has none”: null means “not looked at yet”.</summary>
    public const string None = "";

    /// <summary>The columns of a customer.</summary>
    public (string EmailHash, string PhoneHash, string SearchText) Of(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return Of(customer.Company, customer.DisplayName, customer.Email, customer.Phone, customer.UserId);
    }

    /// <inheritdoc cref="Of(Customer)"/>
    public (string EmailHash, string PhoneHash, string SearchText) Of(
        CompanyId company, string name, string? email, string? phone, string? userId)
    {
        var number = string.IsNullOrEmpty(phone) ? null : PhoneForm.Of(phone, companies?.CountryOf(company));
        return (EmailForm.Key(email) is { } key
            ? hashes.Of(company, Channel.Email, key)
            : None, number is null ? None : hashes.Of(company, Channel.Text, number), SearchText.Of(name, email, phone, userId, number));
    }
}
