using FlowBuilder.Application.Access;
using FlowBuilder.Core.Model.Access;

namespace FlowBuilder.Application.People;

/// <summary>Who may do what to whom, beyond the right to change people at all.</summary>
public static class PeopleRules
{
    /// <summary>Only owners make, change or remove owners.</summary>
    public static bool MayTouch(Caller caller, Role role) => role != Role.Owner || RoleInfo.Read(caller.Person?.Role) == Role.Owner;

    /// <summary>Roles the caller may give.</summary>
    public static IEnumerable<Role> Givable(Caller caller) => Enum.GetValues<Role>().Where(role => MayTouch(caller, role));
}
