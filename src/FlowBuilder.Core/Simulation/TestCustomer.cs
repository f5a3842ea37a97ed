using System.Collections.Immutable;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Simulation;

/// <summary>An invented customer to try a sequence on. A real one is tried with the facts of their own state.</summary>
public sealed record TestCustomer
{
    /// <summary>Fields under their trait names: <c>email</c>, <c>first_name</c>, <c>status</c>, <c>birthday</c>...</summary>
    public Properties Fields { get; init; } = Properties.Of("name", "Pat Example")
        .With("first_name", "Pat")
        .With("email", "pat@example.com")
        .With("phone", "+15550123456");

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What they agreed to. Default: emails and texts.</summary>
    public Consent Consent { get; init; } = new() { Email = true, Text = true };

    /// <summary>Their estimates, invoices, visits... as they are at the start.</summary>
    public ImmutableArray<Record> Records { get; init; } = [];

    /// <summary>What happened to them before the start.</summary>
    public ImmutableArray<TestPast> Past { get; init; } = [];

    /// <summary>Nobody has told of them yet: the first event adds them as a customer.</summary>
    public bool IsNew { get; init; }

    /// <summary>The facts a test run begins with.</summary>
    public Facts ToFacts(Company company, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(company);
        var tags = Customer.NoTags.ToBuilder();
        foreach (var tag in Tags.Where(tag => !tags.ContainsKey(tag))) tags.Add(tag, new TagMark(null));
        var past = Past.OrderByDescending(happened => happened.Ago).ToArray();
        return new Facts
        {
            Company = company,
            Customer = new Customer
            {
                Id = new CustomerId(1), Company = company.Id, UserId = "test-customer", Fields = Fields, Tags = tags.ToImmutable(),
                Consent = Consent,
                AddedAt = IsNew ? null : start - past.Select(happened => happened.Ago).Append(TimeSpan.FromDays(1)).Max(),
            },
            Records = Records.DistinctBy(record => record.Key).ToImmutableDictionary(record => record.Key),
            Happenings = [.. past.Select((happened, i) => new HistoryEvent(i + 1, happened.Name, happened.Record, start - happened.Ago))],
        };
    }
}

/// <summary>Something that happened before a test run begins.</summary>
/// <param name="Name">The event, such as <c>Visit Completed</c>.</param>
/// <param name="Ago">How long before the start.</param>
/// <param name="Record">The record it was about.</param>
public sealed record TestPast(string Name, TimeSpan Ago, RecordKey? Record = null);
