using System.Collections.Immutable;
using System.Text.Json;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Somebody to look at a template with, in no sequence: a customer made up here, or a real one with what happened last.</summary>
public static class SampleRun
{
    private static readonly RecordKey Estimate = new("estimate", "1042");

    /// <summary>A made-up customer with an estimate.</summary>
    public static StepContext Of(Company company, DateTimeOffset now)
    {
        var facts = MadeUp(company, now);
        return Of(facts, now, Estimate, new StartingEvent("Estimate Sent", now, facts.Find(Estimate)!.Properties));
    }

    /// <summary>All that is known of the made-up customer, who agreed to emails and texts.</summary>
    public static Facts MadeUp(Company company, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(company);
        var customer = new Customer
        {
            Id = new CustomerId(0), Company = company.Id, UserId = "sample",
            Fields = Read(new
            {
                first_name = "Ann", last_name = "Miller", email = "ann.miller@example.com", phone = "+1 555 010 0199", status = "active",
                type = "residential", assigned_to = company.Owner?.Id,
                address = new { street = "12 Maple Street", city = "Albany", state = "NY", postal_code = "12207", country = "US" },
            }),
            Tags = Customer.NoTags.Add("vip", default), Consent = new Consent { Email = true, Text = true },
        };
        var record = new Record
        {
            Key = Estimate, Status = "sent", UpdatedAt = now,
            Properties = Read(new
            {
                estimate_id = "1042", number = "1042", total = 480.00m, service = "Lawn care", url = "https://example.com/estimates/1042",
                start_at = now.AddDays(2), due_at = now.AddDays(14)
            }),
        };
        return new Facts
        {
            Company = company, Customer = customer, Records = ImmutableDictionary<RecordKey, Record>.Empty.Add(Estimate, record)
        };
    }

    /// <summary>A real customer, with the record that changed last.</summary>
    public static StepContext Of(Facts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var record = Newest(facts);
        var last = facts.Happenings.IsEmpty ? default(HistoryEvent?) : facts.Happenings[^1];
        return Of(
            facts, now, record?.Key,
            last is { } happened
                ? new StartingEvent(happened.Name, happened.At, facts.Find(happened.Record)?.Properties ?? Properties.Empty)
                : null);
    }

    /// <summary>The record of a customer that changed last.</summary>
    public static Record? Newest(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Records.Values
            .OrderByDescending(one => one.UpdatedAt)
            .ThenBy(one => one.Key.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    private static StepContext Of(Facts facts, DateTimeOffset now, RecordKey? record, StartingEvent? started) => new()
    {
        Facts = facts,
        Run = new Enrollment
        {
            Id = new EnrollmentId(0), Company = facts.Company.Id, Customer = facts.Customer.Id, Sequence = default, Version = default,
            Record = record, State = EnrollmentState.Active,
            EnteredAt = now, EnteredSeq = 0, Event = started,
        },
        Now = now, Node = "", Pass = 1, ArrivedAt = now, Filler = new TextFiller(),
    };

    private static Properties Read<T>(T members) => Properties.Of(JsonSerializer.SerializeToElement(members));
}
