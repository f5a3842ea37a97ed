namespace FlowBuilder.Core.Model.Companies;

/// <summary>Somebody who works at the company.</summary>
/// <param name="Id">Stable id, as in <c>user:ID</c>.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Where email for employees goes, if anywhere.</param>
/// <param name="Phone">Where texts for employees go, if anywhere.</param>
/// <param name="Role">One of owner, admin, marketer, manager, office, viewer.</param>
/// <param name="IsPrimaryOwner">The one person <c>owner</c> means.</param>
/// <param name="Account">The sign-in that is this person; null: cannot sign in.</param>
public sealed record Person(
    string Id, string Name, string? Email, string? Phone, string Role, bool IsPrimaryOwner = false, Guid? Account = null);
