using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>The well-known keys of the demo company. They exist only with <c>Demo:Enabled</c>, which Production refuses.</summary>
public static class DemoKeys
{
    /// <summary>Write key for events.</summary>
    public const string Write = "demo-write";

    /// <summary>Bearer key for <c>/api/v1</c>: read, manage, approve.</summary>
    public const string Manage = "demo-manage";

    /// <summary>The demo company.</summary>
    public static CompanyId Company { get; } = new(1);

    internal static IEnumerable<(string Secret, CompanyKey Key)> All { get; } =
    [
        (Write, new CompanyKey("Demo events", Company, "demo", KeyScopes.Ingest)),
        (Manage, new CompanyKey("Demo manager", Company, "demo-api", KeyScopes.Read | KeyScopes.Manage | KeyScopes.Approve)),
    ];
}
