using System.Collections.Immutable;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>A customer with tags, and the customer's records.</summary>
internal sealed class ReadCustomer(RawConnection connection)
{
    private readonly RawStatement _customer = connection.Prepare(
        "SELECT partition, user_id, fields, stamps, email_consent, text_consent, unsubscribed, text_stopped, automations_off, added_at FROM customers WHERE company_id = ?1 AND id = ?2 AND merged_into IS NULL");

    private readonly RawStatement _tags = connection.Prepare("SELECT tag, source FROM customer_tags WHERE company_id = ?1 AND customer_id = ?2");

    private readonly RawStatement _records = connection.Prepare("SELECT type, id, properties, status, updated_at, stamps FROM records WHERE company_id = ?1 AND customer_id = ?2");

    public Customer? Read(CompanyId company, CustomerId id, out int partition)
    {
        partition = 0;
        if (!_customer.Add(company.Value).Add(id.Value).Read()) return null;
        partition = _customer.Int(0);
        var customer = new Customer
        {
            Id = id,
            Company = company,
            UserId = _customer.TextOrNull(1),
            Fields = Properties.Parse(_customer.Text(2)),
            Stamps = StoredJson.ReadStamps(_customer.TextOrNull(3)),
            Consent = new Consent
            {
                Email = _customer.FlagOrNull(4), Text = _customer.FlagOrNull(5), Unsubscribed = _customer.Flag(6), TextStopped = _customer.Flag(7),
            },
            AutomationsOff = _customer.Flag(8),
            AddedAt = _customer.InstantOrNull(9),
            Tags = ReadTags(company, id),
        };
        _customer.Stop();
        return customer;
    }

    public ImmutableDictionary<RecordKey, Record> ReadRecords(CompanyId company, CustomerId customer)
    {
        _records.Add(company.Value).Add(customer.Value);
        ImmutableDictionary<RecordKey, Record>.Builder? records = null;
        while (_records.Read())
        {
            var key = new RecordKey(_records.Text(0), _records.Text(1));
            (records ??= ImmutableDictionary.CreateBuilder<RecordKey, Record>())[key] =
                new Record { Key = key, Properties = Properties.Parse(_records.Text(2)), Status = _records.TextOrNull(3), UpdatedAt = _records.Instant(4), Stamps = StoredJson.ReadTimes(_records.TextOrNull(5)) };
        }

        return records?.ToImmutable() ?? ImmutableDictionary<RecordKey, Record>.Empty;
    }

    private ImmutableSortedDictionary<string, TagMark> ReadTags(CompanyId company, CustomerId customer)
    {
        var tags = Customer.NoTags;
        _tags.Add(company.Value).Add(customer.Value);
        while (_tags.Read()) tags = tags.SetItem(_tags.Text(0), new TagMark(_tags.TextOrNull(1)));
        return tags;
    }
}
