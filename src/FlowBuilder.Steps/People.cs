using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps;

/// <summary>Settings that name employees. One employee may be named by the bare id as well as by <c>user:ID</c>.</summary>
internal static class People
{
    private const string Prefix = "user:";

    public static string Id(string user) => user.StartsWith(Prefix, StringComparison.Ordinal) ? user[Prefix.Length..].Trim() : user.Trim();

    public static string Recipient(string user) => Prefix + Id(user);

    /// <summary>The person a recipient names for good; the owner, the assigned employee and roles are found anew each time.</summary>
    public static IEnumerable<Reference> References(string? to) =>
        to?.StartsWith(Prefix, StringComparison.Ordinal) == true && to.Length > Prefix.Length ? [new(ReferenceKind.Person, to)] : [];

    /// <summary>Why nobody could be found.</summary>
    public static string Nobody(string? to) => to switch
    {
        null or "" => "no one has been chosen",
        "owner" => "the company has no owner",
        "assigned" => "no one is assigned to this customer",
        _ when to.StartsWith("role:", StringComparison.Ordinal) => $"no one has the role {to["role:".Length..]}",
        _ => "the chosen employee no longer works here",
    };
}
