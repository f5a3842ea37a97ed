using System.Collections.Frozen;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Access;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>What a key's scopes allow. Company, people, keys, plan and audit log are for people alone.</summary>
internal static class KeyRights
{
    /// <summary>The scope that brings a right, as keys and the API's description name it; null when no key can have it.</summary>
    public static string? ScopeFor(Right right) =>
        Enum.GetValues<KeyScopes>()
            .Where(scope => scope != KeyScopes.None && Of(scope).Contains(right))
            .Select(scope => scope.ToString().ToLowerInvariant()).FirstOrDefault();

    public static FrozenSet<Right> Of(KeyScopes scopes)
    {
        var rights = new HashSet<Right>();
        if (scopes.HasFlag(KeyScopes.Ingest)) rights.Add(Right.SendEvents);
        if (scopes.HasFlag(KeyScopes.Read)) rights.Add(Right.SeeWork);
        if (scopes.HasFlag(KeyScopes.Manage))
            rights.UnionWith([
                Right.ChangeCustomers, Right.CompleteToDos, Right.EraseCustomers, Right.DesignSequences, Right.PublishSequences,
                Right.SteerEnrollments, Right.ResolveMessages, Right.MendWork, Right.MoveClock
            ]);
        if (scopes.HasFlag(KeyScopes.Approve)) rights.Add(Right.DecideReviews);
        return rights.ToFrozenSet();
    }
}
