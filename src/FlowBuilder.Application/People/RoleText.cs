using FlowBuilder.Core.Model.Access;

namespace FlowBuilder.Application.People;

/// <summary>Roles in a marketer's words.</summary>
public static class RoleText
{
    public static string Name(Role role) => role.ToString();

    public static string WithArticle(Role role) => role switch
    {
        Role.Owner => "an owner",
        Role.Admin => "an admin",
        Role.Office => "an office user",
        Role.Manager or Role.Marketer or Role.Viewer => $"a {RoleRights.Word(role)}",
    };

    /// <summary>What the role is for, in one line.</summary>
    public static string Explained(Role role) => role switch
    {
        Role.Owner => "Everything, including the plan and other owners.",
        Role.Admin => "Everything except the plan and the owners: company, users, channels, keys.",
        Role.Manager => "Draws and publishes sequences, and approves what waits for review.",
        Role.Marketer => "Draws, tests and publishes sequences, and writes templates.",
        Role.Office => "Handles customers and to-dos; can see the rest.",
        Role.Viewer => "Can see everything, but change nothing.",
    };
}
