namespace FlowBuilder.Runtime.Templates;

/// <summary>The names a text may use without anybody having made them up: where a merge field begins, and members of ours.</summary>
internal static class MergeFieldMembers
{
    /// <summary>What a merge field may begin with.</summary>
    internal static readonly string[] Roots = ["customer", "company", "record", "event", "owner", "assigned", "unsubscribe_url"];

    internal static readonly string[] Customer = ["id", "name", "first_name", "last_name", "tags"];

    internal static readonly string[] Record = ["id", "type", "status"];

    internal static readonly string[] Event = ["name", "at"];

    internal static readonly string[] Company = ["name", "email", "phone", "address", "website", "hours"];

    internal static readonly string[] Person = ["name", "first_name", "email", "phone"];

    /// <summary>Traits of customers that have a meaning to the product, besides <see cref="Customer"/>.</summary>
    internal static readonly string[] Traits =
    [
        "email", "phone", "status", "type", "source", "time_zone", "assigned_to", "address", "birthday", "created_at", "contract_end"
    ];
}
