using System.Collections.Immutable;
using System.Text.Json;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Whereabouts;

namespace FlowBuilder.Core.Model.Customers;

/// <summary>A person the company serves or would like to.</summary>
public sealed record Customer
{
    public required CustomerId Id { get; init; }

    public required CompanyId Company { get; init; }

    /// <summary>The customer's id in the sender's system; null while only an anonymous id is known.</summary>
    public string? UserId { get; init; }

    /// <summary>All known traits, custom ones included, under their trait names (<c>email</c>,
    /// <c>first_name</c>, <c>address</c>...), without tags and consent.</summary>
    public Properties Fields { get; init; } = Properties.Empty;

    /// <summary>When and by whom each field was set.</summary>
    public NameTable<FieldStamp> Stamps { get; init; } = NameTable<FieldStamp>.Empty;

    /// <summary>Tags, compared without case; the first spelling is kept.</summary>
    public ImmutableSortedDictionary<string, TagMark> Tags { get; init; } = NoTags;

    public Consent Consent { get; init; } = Consent.Unsaid;

    /// <summary>Automations are switched off for this customer: runs are held.</summary>
    public bool AutomationsOff { get; init; }

    /// <summary>When the first event or import told of this customer; null until then.</summary>
    public DateTimeOffset? AddedAt { get; init; }

    public string? Email => Fields.Text("email");

    public string? Phone => Fields.Text("phone");

    /// <summary>lead, active or former, as told.</summary>
    public string? Status => Fields.Text("status");

    public string? AssignedTo => Fields.Text("assigned_to");

    /// <summary>The name to show: <c>name</c>, else first and last name, else email, else the userId.</summary>
    public string DisplayName => Fields.Text("name") is { Length: > 0 } name ? name
        : (Fields.Text("first_name"), Fields.Text("last_name")) switch
        {
            ({ Length: > 0 } first, { Length: > 0 } last) => $"{first} {last}",
            ({ Length: > 0 } first, _) => first,
            (_, { Length: > 0 } last) => last,
            _ => Email ?? UserId ?? "Unknown visitor",
        };

    /// <summary>An empty tag set with the right comparison.</summary>
    public static ImmutableSortedDictionary<string, TagMark> NoTags { get; } =
        ImmutableSortedDictionary.Create<string, TagMark>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A field as conditions and dates see it: any trait by name or dotted path, and besides <c>email_consent</c>, <c>sms_consent</c>,
    /// <c>tags</c> and, where no trait says otherwise, <c>created_at</c>. Null when there is none.
    /// </summary>
    public JsonElement? Value(string field) => field switch
    {
        "email_consent" =>
            Consent.Unsubscribed
                ? JsonSerializer.SerializeToElement(false)
                : Consent.Email is { } agreed
                ? JsonSerializer.SerializeToElement(agreed)
                : null,
        "sms_consent" =>
            Consent.TextStopped
                ? JsonSerializer.SerializeToElement(false)
                : Consent.Text is { } agreed
                ? JsonSerializer.SerializeToElement(agreed)
                : null,
        "tags" => JsonSerializer.SerializeToElement(Tags.Keys),
        "created_at" => Fields.Get(field) ?? (AddedAt is { } added ? JsonSerializer.SerializeToElement(added) : null),
        _ => Fields.Get(field),
    };

    /// <summary>The zone the customer lives in, the likeliest where several are possible; see <see cref="Lives"/>.</summary>
    public TimeZoneInfo Zone(Company company) => Lives(company).Zones[0];

    /// <summary>Where the customer lives, and what says so.</summary>
    public CustomerZone Lives(Company company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return CustomerZone.Once(Fields, company.Zone, company.Country);
    }
}
