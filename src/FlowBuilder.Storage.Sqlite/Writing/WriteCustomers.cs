using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writing;

/// <summary>Customers, their tags and records.</summary>
internal sealed class WriteCustomers(RawConnection connection, CustomerIndex index)
{
    private readonly RawStatement _update = connection.Prepare(
        "UPDATE customers SET user_id = COALESCE(user_id, ?3), name = ?4, email = ?5, phone = ?6, status = ?7, type = ?8, assigned_to = ?9, search_text = ?10, fields = ?11, " +
        "stamps = ?12, email_consent = ?13, text_consent = ?14, unsubscribed = ?15, text_stopped = ?16, automations_off = ?17, added_at = ?18, email_hash = ?19, phone_hash = ?20 " +
        "WHERE company_id = ?1 AND id = ?2");

    private readonly RawStatement _addTag = connection.Prepare(
        "INSERT INTO customer_tags (company_id, customer_id, tag_key, tag, source) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET source = excluded.source");

    private readonly RawStatement _removeTag = connection.Prepare("DELETE FROM customer_tags WHERE company_id = ?1 AND customer_id = ?2 AND tag_key = ?3");

    private readonly RawStatement _record = connection.Prepare(
        "INSERT INTO records (company_id, customer_id, type, id, properties, status, updated_at, stamps) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) " +
        "ON CONFLICT DO UPDATE SET properties = excluded.properties, status = excluded.status, updated_at = excluded.updated_at, stamps = excluded.stamps");

    public void Update(Customer customer)
    {
        var (emailHash, phoneHash, searchText) = index.Of(customer);
        _update.Add(customer.Company.Value).Add(customer.Id.Value).Add(customer.UserId).Add(customer.DisplayName).Add(customer.Email).Add(customer.Phone)
            .Add(customer.Status).Add(customer.Fields.Text("type")).Add(customer.AssignedTo).Add(searchText).Add(customer.Fields.ToJson())
            .Add(StoredJson.WriteStamps(customer.Stamps)).Add(customer.Consent.Email).Add(customer.Consent.Text).Add(customer.Consent.Unsubscribed)
            .Add(customer.Consent.TextStopped).Add(customer.AutomationsOff).Add(customer.AddedAt).Add(emailHash).Add(phoneHash).Run();
    }

    public void AddTag(CompanyId company, CustomerId customer, string tag, TagMark mark) =>
        _addTag.Add(company.Value).Add(customer.Value).Add(TagKeys.Of(tag)).Add(tag).Add(mark.Source).Run();

    public void RemoveTag(CompanyId company, CustomerId customer, string tag) =>
        _removeTag.Add(company.Value).Add(customer.Value).Add(TagKeys.Of(tag)).Run();

    public void SetRecord(CompanyId company, CustomerId customer, Record record) =>
        _record.Add(company.Value).Add(customer.Value).Add(record.Key).Add(record.Properties.ToJson()).Add(record.Status).Add(record.UpdatedAt).Add(StoredJson.WriteTimes(record.Stamps)).Run();

}
