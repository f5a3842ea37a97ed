using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>
/// The table <c>customers</c>. A new column is a line in a list and, where it is read, one at the same place in <see cref="Read"/>; when
/// two customers are joined it becomes what <see cref="CustomerMergeColumns"/> says of it.
/// </summary>
internal static class CustomerColumns
{
    /// <summary>What is known of a customer, without the id that other programs use, which is never taken away.</summary>
    public static readonly TableColumns<IndexedCustomer> Moving = new()
    {
        { "fields", static (to, it) => to.Add(it.Customer.Fields.ToJson()) },
        { "stamps", static (to, it) => to.Add(StoredJson.WriteStamps(it.Customer.Stamps)) },
        { "email_consent", static (to, it) => to.Add(it.Customer.Consent.Email) },
        { "text_consent", static (to, it) => to.Add(it.Customer.Consent.Text) },
        { "unsubscribed", static (to, it) => to.Add(it.Customer.Consent.Unsubscribed) },
        { "text_stopped", static (to, it) => to.Add(it.Customer.Consent.TextStopped) },
        { "automations_off", static (to, it) => to.Add(it.Customer.AutomationsOff) },
        { "added_at", static (to, it) => to.Add(it.Customer.AddedAt) },
    };

    /// <summary>What follows from the others: written for lists and indexes, never read back by the engine.</summary>
    public static readonly TableColumns<IndexedCustomer> Derived = new()
    {
        { "name", static (to, it) => to.Add(it.Customer.DisplayName) },
        { "email", static (to, it) => to.Add(it.Customer.Email) },
        { "phone", static (to, it) => to.Add(it.Customer.Phone) },
        { "status", static (to, it) => to.Add(it.Customer.Status) },
        { "type", static (to, it) => to.Add(it.Customer.Fields.Text("type")) },
        { "assigned_to", static (to, it) => to.Add(it.Customer.AssignedTo) },
        { "search_text", static (to, it) => to.Add(it.SearchText) },
        { "email_hash", static (to, it) => to.Add(it.EmailHash) },
        { "phone_hash", static (to, it) => to.Add(it.PhoneHash) },
    };

    /// <summary>Reads <c>user_id</c>, then <see cref="Moving"/>. Tags are read apart.</summary>
    /// <param name="row">The statement that stands on the row.</param>
    /// <param name="from">Where the columns begin.</param>
    /// <param name="company">Whose.</param>
    /// <param name="id">Which.</param>
    public static Customer Read(RawStatement row, int from, CompanyId company, CustomerId id)
    {
        var next = new RowCursor(row, from);
        return new Customer
        {
            Id = id,
            Company = company,
            UserId = next.TextOrNull(),
            Fields = Properties.Parse(next.Text()),
            Stamps = StoredJson.ReadStamps(next.TextOrNull()),
            Consent = new Consent
            {
                Email = next.FlagOrNull(), Text = next.FlagOrNull(), Unsubscribed = next.Flag(), TextStopped = next.Flag()
            },
            AutomationsOff = next.Flag(),
            AddedAt = next.InstantOrNull(),
        };
    }
}

/// <summary>A customer with what is written for finding it.</summary>
internal readonly record struct IndexedCustomer(Customer Customer, string EmailHash, string PhoneHash, string SearchText)
{
    /// <summary>Works out what is written for finding the customer.</summary>
    public static IndexedCustomer Of(Customer customer, CustomerIndex index)
    {
        var (email, phone, text) = index.Of(customer);
        return new IndexedCustomer(customer, email, phone, text);
    }
}
