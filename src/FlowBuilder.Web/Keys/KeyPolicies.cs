using Microsoft.AspNetCore.Authorization;

namespace FlowBuilder.Web.Keys;

/// <summary>Names of the rights a route can ask for, one for each scope.</summary>
internal static class KeyPolicies
{
    public const string Read = "read";
    public const string Manage = "manage";
    public const string Approve = "approve";

    public static void Add(AuthorizationOptions options)
    {
        Needs(options, Read, KeyScopes.Read);
        Needs(options, Manage, KeyScopes.Manage);
        Needs(options, Approve, KeyScopes.Approve);
    }

    private static void Needs(AuthorizationOptions options, string policy, KeyScopes scopes) =>
        options.AddPolicy(policy, builder => builder.RequireAuthenticatedUser().RequireAssertion(asked => KeyClaims.KeyOf(asked.User) is { } key && key.Has(scopes)));
}
