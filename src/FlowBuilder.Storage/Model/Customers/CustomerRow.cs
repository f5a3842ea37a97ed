using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>A customer. Columns beside <see cref="Fields"/> are copies kept for searching and lists. Table <c>customers</c>.</summary>
public sealed class CustomerRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    /// <summary>The partition that works for this customer.</summary>
    public int Partition { get; set; }

    /// <summary>The id in the sender's system; null while only an anonymous id is known.</summary>
    public string? UserId { get; set; }

    /// <summary><see cref="Core.Model.Customers.Customer.DisplayName"/>.</summary>
    public string Name { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Status { get; set; }

    public string? Type { get; set; }

    public string? AssignedTo { get; set; }

    /// <summary>The email address, hashed with a key outside the database; empty when it is none,
    /// null when nobody has looked yet.</summary>
    public string? EmailHash { get; set; }

    /// <summary>The phone number, in the same way.</summary>
    public string? PhoneHash { get; set; }

    /// <summary>Name, email, phone and userId in lower case without accents, and the phone's digits, for searching.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>JSON object of all traits.</summary>
    public string Fields { get; set; } = "";

    /// <summary>JSON object: field to source and time. Null when empty.</summary>
    public string? Stamps { get; set; }

    public bool? EmailConsent { get; set; }

    public bool? TextConsent { get; set; }

    public bool Unsubscribed { get; set; }

    public bool TextStopped { get; set; }

    /// <summary>Of editions before suppressions: moved there at the start (<c>AddressBackfill</c>) and false since.</summary>
    public bool EmailBounced { get; set; }

    public bool AutomationsOff { get; set; }

    /// <summary>Null until the first event or import told of this customer.</summary>
    public DateTimeOffset? AddedAt { get; set; }

    /// <summary>When the row was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The survivor, when this customer was joined to another. Such a row is kept, without
    /// ids, so that old numbers lead somewhere; lists leave it out.</summary>
    public long? MergedInto { get; set; }
}
