namespace FlowBuilder.Application.AuditLog;

/// <summary>The kinds of action by which the audit log is filtered: the first words of actions, as people say them.</summary>
public static class AuditKinds
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["access"] = "Refusals", ["account"] = "Signing in", ["activity"] = "Activity", ["audit-log"] = "Audit log",
        ["channel"] = "Channels", ["clock"] = "Clock", ["company"] = "Company settings", ["customer"] = "Customers",
        ["enrollment"] = "Runs",
        ["invitation"] = "Invitations", ["key"] = "API keys", ["message"] = "Messages", ["person"] = "People", ["plan"] = "Plan",
        ["review"] = "Reviews", ["sending"] = "Stop all sending",
        ["sequence"] = "Sequences", ["session"] = "Signing in", ["suppression"] = "Suppressions", ["template"] = "Templates",
        ["to-do"] = "To-dos", ["user"] = "People",
    };

    /// <summary>The kind of an action: <c>sequence</c> of <c>sequence.publish</c>.</summary>
    public static string Of(string action) => action.Split('.', 2)[0];

    /// <summary>A kind in words; one nobody has named yet by its own word.</summary>
    public static string Word(string kind) => Names.TryGetValue(kind, out var name) ? name
        : kind.Length == 0 ? "Other" : char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');

    /// <summary>Whether what a line is about is a customer, by number. Names stand in no line, so that a person can be erased.</summary>
    public static bool IsAboutCustomer(string action) => Of(action) is "customer" or "review" or "message" or "enrollment" or "to-do";
}
