namespace FlowBuilder.Web.Api.Customers.Importing;

/// <summary>What a column of a file can become. Anything else is a field of one's own under that name.</summary>
internal static class ImportTargets
{
    public const string UserId = "user_id";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Tags = "tags";

    /// <summary>Whatever is said in it means: no emails. No target of a trait, but of its opposite.</summary>
    public const string NoEmail = "no_email";

    /// <summary>Whatever is said in it means: the email address does not work.</summary>
    public const string Bounced = "email_bounced";

    /// <summary>Whatever is said in it means: no texts.</summary>
    public const string NoText = "no_text";

    /// <summary>Whatever is said in it means: neither.</summary>
    public const string NoContact = "no_contact";

    /// <summary>A whole address in one cell.</summary>
    public const string Address = "address";

    /// <summary>The column is left out.</summary>
    public const string LeftOut = "";

    /// <summary>Targets with what they are called on screen.</summary>
    public static IReadOnlyList<(string Target, string Words)> All { get; } =
    [
        (UserId, "Customer's id in your system"), (Email, "Email address"), (Phone, "Phone number"), ("first_name", "First name"),
        ("last_name", "Last name"), ("name", "Full name"),
        (Tags, "Tags (replacing those from an earlier import)"), ("add_tags", "Tags to add"), ("remove_tags", "Tags to remove"),
        ("email_consent", "Agreed to emails (yes or no)"), ("sms_consent", "Agreed to texts (yes or no)"), (NoEmail, "No emails"),
        (Bounced, "Email address does not work"), (NoText, "No texts"), (NoContact, "No emails or texts"),
        ("address.street", "Street"), ("address.city", "City"), ("address.state", "State"), ("address.postal_code", "Postal code"),
        ("address.country", "Country"), (Address, "Full address"),
        ("status", "Status (lead, active, former)"), ("type", "Customer type"), ("source", "Where the customer came from"),
        ("time_zone", "Time zone"), ("assigned_to", "Assigned employee"),
        ("birthday", "Birthday"), ("created_at", "Customer since"), ("contract_end", "Contract end"),
    ];

    /// <summary>What a target is called; null for a field of one's own.</summary>
    public static string? Words(string target) => All.FirstOrDefault(one => one.Target == target).Words;

    /// <summary>Whether the product knows a target, so that it is no field of one's own.</summary>
    public static bool IsKnown(string target) =>
        target.Length == 0 || Words(target) is not null || target.StartsWith("address.", StringComparison.Ordinal);
}
