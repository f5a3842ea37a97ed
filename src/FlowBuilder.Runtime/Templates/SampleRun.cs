using System.Collections.Immutable;
using System.Text.Json;
using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Somebody to look at a template with, in no sequence: a customer made up here, or a real one with what happened last.</summary>
public static class SampleRun
{
    /// <summary>A made-up customer with an estimate.</summary>
    public static StepContext Of(Company company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(company);
        var key = new RecordKey("estimate", "1042");
        var customer = new Customer
        {
            Id = new CustomerId(0), Company = company.Id, UserId = "sample",
            Fields = Read(new
            {
                first_name = "Ann", last_name = "Miller", email = "ann.miller@example.com", phone = "+1 555 010 0199", status = "active", type = "residential", assigned_to = company.Owner?.Id,
                address = new { street = "12 Maple Street", city = "Albany", state = "NY", postal_code = "12207", country = "US" },
            }),
            Tags = Customer.NoTags.Add("vip", default),
        };
        var record = new Record
        {
            Key = key, Status = "sent", UpdatedAt = now,
            Properties = Read(new { estimate_id = "1042", number = "1042", total = 480.00m, service = "Lawn care", url = "https://example.com/estimates/1042", start_at = now.AddDays(2), due_at = now.AddDays(14) }),
        };
        var facts = new Facts { Company = company, Customer = customer, Records = ImmutableDictionary<RecordKey, Record>.Empty.Add(key, record) };
        return Of(facts, now, key, new StartingEvent("Estimate Sent", now, record.Properties));
    }

    /// <summary>A real customer, with the record that changed last.</summary>
    public static StepContext Of(Facts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var record = facts.Records.Values.OrderByDescending(one => one.UpdatedAt).ThenBy(one => one.Key.Id, StringComparer.Ordinal).FirstOrDefault();
        var last = facts.Happenings.IsEmpty ? default(Happening?) : facts.Happenings[^1];
        return Of(facts, now, record?.Key, last is { } happened ? new StartingEvent(happened.Name, happened.At, facts.Find(happened.Record)?.Properties ?? Properties.Empty) : null);
    }

    private static StepContext Of(Facts facts, DateTimeOffset now, RecordKey? record, StartingEvent? started) => new()
    {
        Facts = facts,
        Run = new Enrollment
        {
            Id = new EnrollmentId(0), Company = facts.Company.Id, Customer = facts.Customer.Id, Sequence = default, Version = default, Record = record, State = EnrollmentState.Active,
            EnteredAt = now, EnteredSeq = 0, Event = started,
        },
        Now = now, Node = "", Pass = 1, ArrivedAt = now, Filler = new TextFiller(),
    };

    private static Properties Read<T>(T members) => Properties.Of(JsonSerializer.SerializeToElement(members));
}
