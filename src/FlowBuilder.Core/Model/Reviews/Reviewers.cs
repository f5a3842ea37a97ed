using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Core.Model.Reviews;

/// <summary>Who may decide reviews at a company.</summary>
public static class Reviewers
{
    public static IEnumerable<Person> Of(Company company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return company.People.Where(person => May(company, person));
    }

    public static bool May(Company company, Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return RoleInfo.Of(RoleInfo.Read(person.Role)).Rights(company).Contains(Right.DecideReviews);
    }
}
