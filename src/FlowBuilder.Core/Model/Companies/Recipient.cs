namespace FlowBuilder.Core.Model.Companies;

/// <summary>
/// Whom a step means by an employee. A closed set, written in documents as <c>owner</c>, <c>assigned</c>, <c>user:ID</c> and
/// <c>role:ROLE</c>; who that is now, a run finds out anew each time.
/// </summary>
public abstract record Recipient
{
    private const string OwnerWord = "owner";
    private const string AssignedWord = "assigned";
    private const string UserPrefix = "user:";
    private const string RolePrefix = "role:";

    private Recipient()
    {
    }

    /// <summary>In a sentence, where no name is known: “the owner”, “everyone with the role manager”.</summary>
    public abstract string Phrase { get; }

    /// <summary>Why <see cref="Among"/> found nobody, as half a sentence: “the company has no owner”.</summary>
    public abstract string WhyNobody { get; }

    /// <summary>The form in documents.</summary>
    protected abstract string Written { get; }

    /// <summary>Reads the form in documents.</summary>
    /// <returns>Null for what is none of the four forms, an id or a role left out among them.</returns>
    public static Recipient? Parse(string? text) => text switch
    {
        null => null,
        OwnerWord => new Owner(),
        AssignedWord => new Assigned(),
        _ when After(UserPrefix, text) is { } id => new User(id),
        _ when After(RolePrefix, text) is { } role => new InRole(role),
        _ => null,
    };

    /// <summary>The people of a company who are meant; empty when nobody is.</summary>
    /// <param name="company">Where the customer belongs.</param>
    /// <param name="assignedTo">The customer's assigned employee, by id or email; null: nobody.</param>
    public abstract IReadOnlyList<Person> Among(Company company, string? assignedTo);

    /// <summary>As documents write it: <see cref="Parse"/> reads it back.</summary>
    public sealed override string ToString() => Written;

    private static string? After(string prefix, string text) =>
        text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;

    /// <summary>The primary owner of the company.</summary>
    public sealed record Owner : Recipient
    {
        /// <inheritdoc />
        public override string Phrase => "the owner";

        /// <inheritdoc />
        public override string WhyNobody => "the company has no owner";

        /// <inheritdoc />
        protected override string Written => OwnerWord;

        /// <inheritdoc />
        public override IReadOnlyList<Person> Among(Company company, string? assignedTo) => company.Owner is { } owner ? [owner] : [];
    }

    /// <summary>The employee to whom the customer is assigned.</summary>
    public sealed record Assigned : Recipient
    {
        /// <inheritdoc />
        public override string Phrase => "the assigned employee";

        /// <inheritdoc />
        public override string WhyNobody => "no one is assigned to this customer";

        /// <inheritdoc />
        protected override string Written => AssignedWord;

        /// <inheritdoc />
        public override IReadOnlyList<Person> Among(Company company, string? assignedTo) =>
            [.. company.People
                .Where(person => person.Id == assignedTo || (person.Email is not null && person.Email == assignedTo))
                .Take(1)];
    }

    /// <summary>One employee, for good.</summary>
    /// <param name="Id">As <see cref="Person.Id"/>; perhaps of somebody who no longer works here.</param>
    public sealed record User(string Id) : Recipient
    {
        /// <inheritdoc />
        public override string Phrase => "a colleague";

        /// <inheritdoc />
        public override string WhyNobody => "the chosen employee no longer works here";

        /// <inheritdoc />
        protected override string Written => UserPrefix + Id;

        /// <inheritdoc />
        public override IReadOnlyList<Person> Among(Company company, string? assignedTo) =>
            [.. company.People.Where(person => person.Id == Id)];
    }

    /// <summary>Everybody who has a role.</summary>
    /// <param name="Role">Its word, such as <c>manager</c>, in small or capital letters; perhaps of a role there is not.</param>
    public sealed record InRole(string Role) : Recipient
    {
        /// <inheritdoc />
        public override string Phrase => $"everyone with the role {Role}";

        /// <inheritdoc />
        public override string WhyNobody => $"no one has the role {Role}";

        /// <inheritdoc />
        protected override string Written => RolePrefix + Role;

        /// <inheritdoc />
        public override IReadOnlyList<Person> Among(Company company, string? assignedTo) =>
            [.. company.People.Where(person => string.Equals(person.Role, Role, StringComparison.OrdinalIgnoreCase))];
    }
}
