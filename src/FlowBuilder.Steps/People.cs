using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps;

/// <summary>Settings that name employees. One employee may be named by the bare id as well as by <c>user:ID</c>.</summary>
internal static class People
{
    /// <summary>The employee a setting names by the bare id or as <c>user:ID</c>, blanks around it left out.</summary>
    public static Recipient.User User(string written) => new((Recipient.Parse(written) is Recipient.User user ? user.Id : written).Trim());

    /// <summary>The person a recipient names for good; the owner, the assigned employee and roles are found anew each time.</summary>
    public static IEnumerable<Reference> References(Recipient? to) =>
        to is Recipient.User ? [new(ReferenceKind.Person, to.ToString())] : [];

    /// <summary>Why nobody could be found.</summary>
    public static string Nobody(Recipient? to) => to?.WhyNobody ?? "no one has been chosen";
}
