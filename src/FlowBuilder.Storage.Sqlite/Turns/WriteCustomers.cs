using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>Customers, their tags and records.</summary>
internal sealed class WriteCustomers(RawConnection connection, CustomerIndex index)
{
    private readonly RawStatement _insert = connection.Prepare(
        $"INSERT INTO customers (company_id, id, partition, created_at, email_bounced, user_id, {CustomerColumns.Moving.Names()}, "
            + $"{CustomerColumns.Derived.Names()}) "
        +
        $"VALUES ({Parameters.To(6 + CustomerColumns.Moving.Count + CustomerColumns.Derived.Count)})");

    private readonly RawStatement _update = connection.Prepare(
        $"UPDATE customers SET user_id = COALESCE(user_id, ?3), {CustomerColumns.Moving.Sets(4)}, "
            + $"{CustomerColumns.Derived.Sets(4 + CustomerColumns.Moving.Count)} "
        +
        "WHERE company_id = ?1 AND id = ?2");

    private readonly RawStatement _addTag = connection.Prepare(
        "INSERT INTO customer_tags (company_id, customer_id, tag_key, tag, source) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET "
            + "source = excluded.source");

    private readonly RawStatement _removeTag =
        connection.Prepare("DELETE FROM customer_tags WHERE company_id = ?1 AND customer_id = ?2 AND tag_key = ?3");

    private readonly RawStatement _record = connection.Prepare(
        $"INSERT INTO records (company_id, customer_id, {RecordColumns.Key.Names()}, {RecordColumns.Moving.Names()}) " +
        $"VALUES ({Parameters.To(2 + RecordColumns.Key.Count + RecordColumns.Moving.Count)}) ON CONFLICT DO UPDATE SET "
            + $"{RecordColumns.Moving.Excluded()}");

    public void Insert(Customer customer, int partition, DateTimeOffset now)
    {
        _insert.Add(customer.Company.Value).Add(customer.Id.Value).Add(partition).Add(now).Add(false).Add(customer.UserId);
        AddMoving(_insert, customer).Run();
    }

    public void Update(Customer customer) =>
        AddMoving(_update.Add(customer.Company.Value).Add(customer.Id.Value).Add(customer.UserId), customer).Run();

    public void AddTag(CompanyId company, CustomerId customer, string tag, TagMark mark) =>
        _addTag.Add(company.Value).Add(customer.Value).Add(TagKeys.Of(tag)).Add(tag).Add(mark.Source).Run();

    public void RemoveTag(CompanyId company, CustomerId customer, string tag) =>
        _removeTag.Add(company.Value).Add(customer.Value).Add(TagKeys.Of(tag)).Run();

    public void SetRecord(CompanyId company, CustomerId customer, Record record) =>
        RecordColumns.Moving.Bind(RecordColumns.Key.Bind(_record.Add(company.Value).Add(customer.Value), record), record).Run();

    private RawStatement AddMoving(RawStatement statement, Customer customer)
    {
        var indexed = IndexedCustomer.Of(customer, index);
        return CustomerColumns.Derived.Bind(CustomerColumns.Moving.Bind(statement, indexed), indexed);
    }
}
