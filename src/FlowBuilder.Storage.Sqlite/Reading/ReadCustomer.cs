using System.Collections.Immutable;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>A customer with tags, and the customer's records.</summary>
internal sealed class ReadCustomer(RawConnection connection)
{
    private readonly RawStatement _customer = connection.Prepare(
        $"SELECT partition, user_id, {CustomerColumns.Moving.Names()} FROM customers WHERE company_id = ?1 AND id = ?2 AND merged_into IS "
            + $"NULL");

    private readonly RawStatement _tags =
        connection.Prepare("SELECT tag, source FROM customer_tags WHERE company_id = ?1 AND customer_id = ?2");

    private readonly RawStatement _records = connection.Prepare(
        $"SELECT {RecordColumns.Key.Names()}, {RecordColumns.Moving.Names()} FROM records WHERE company_id = ?1 AND customer_id = ?2");

    public Customer? Read(CompanyId company, CustomerId id, out int partition)
    {
        partition = 0;
        if (!_customer.Add(company.Value).Add(id.Value).Read()) return null;
        partition = _customer.Int(0);
        var customer = CustomerColumns.Read(_customer, 1, company, id) with { Tags = ReadTags(company, id) };
        _customer.Stop();
        return customer;
    }

    public ImmutableDictionary<RecordKey, Record> ReadRecords(CompanyId company, CustomerId customer)
    {
        _records.Add(company.Value).Add(customer.Value);
        ImmutableDictionary<RecordKey, Record>.Builder? records = null;
        while (_records.Read())
        {
            var record = RecordColumns.Read(_records);
            (records ??= ImmutableDictionary.CreateBuilder<RecordKey, Record>())[record.Key] = record;
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
