namespace FlowBuilder.Web.Components.Templates;

/// <summary>The merge fields a marketer picks from; every other trait of customers and property of records works as well.</summary>
internal static class MergeFieldNames
{
    /// <summary>In groups, each field with what it says.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<(string Insert, string Words)> Fields)> All { get; } =
    [
        ("Customer",
        [
            ("{{ customer.first_name | default: \"there\" }}", "First name, or “there”"), ("{{ customer.first_name }}", "First name"),
            ("{{ customer.last_name }}", "Last name"), ("{{ customer.name }}", "Full name"),
            ("{{ customer.email }}", "Email address"), ("{{ customer.phone }}", "Phone number"),
            ("{{ customer.address.street }}", "Street"), ("{{ customer.address.city }}", "City"),
        ]),
        ("Estimate, invoice, visit…",
        [
            ("{{ record.number }}", "Number"), ("{{ record.total }}", "Total"), ("{{ record.status }}", "Status"),
            ("{{ record.url }}", "Link to it"),
            ("{{ record.start_at | date: \"%B %-d\" }}", "Day of the visit"),
            ("{{ record.start_at | date: \"%-I:%M %p\" }}", "Time of the visit"),
            ("{{ record.due_at | date: \"%B %-d\" }}", "Day it is due"),
        ]),
        ("Your company",
        [
            ("{{ company.name }}", "Name"), ("{{ company.phone }}", "Phone number"), ("{{ company.email }}", "Email address"),
            ("{{ company.address }}", "Address"), ("{{ company.website }}", "Website"), ("{{ company.hours }}", "Business hours"),
        ]),
        ("People",
        [
            ("{{ assigned.first_name | default: owner.first_name }}", "First name of the assigned employee"),
            ("{{ assigned.name }}", "Name of the assigned employee"), ("{{ assigned.phone }}", "Their phone number"),
            ("{{ owner.name }}", "Name of the owner"),
        ]),
        ("Other",
        [
            ("{{ unsubscribe_url }}", "Link to unsubscribe"), ("{% if customer.first_name %}…{% endif %}", "Only if something is known"),
        ]),
    ];
}
