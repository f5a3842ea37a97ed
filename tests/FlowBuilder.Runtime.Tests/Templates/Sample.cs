using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Runtime.Templates;

namespace FlowBuilder.Runtime.Tests.Templates;

/// <summary>A lawn-care company, a customer with an estimate, and templates for them.</summary>
internal static class Sample
{
    internal static readonly CompanyId CompanyId = new(7);

    internal static Company Company { get; } = new()
    {
        Id = CompanyId,
        Name = "Green & Sons",
        Address = "1 Elm St, Albany NY",
        Email = "office@green.example",
        People = [new Person("u1", "Olive Green", "olive@green.example", "+15550001", "owner", true)],
    };

    internal static Customer Customer(string fields) => new()
    {
        Id = new CustomerId(41),
        Company = CompanyId,
        UserId = "c-41",
        Fields = Properties.Parse(fields),
        Tags = FlowBuilder.Core.Model.Customers.Customer.NoTags.Add("vip", default),
    };

    internal static StepContext Context(
        string fields = """{"first_name":"Ann","email":"ann@x.example","address":{"city":"Troy"}}""",
        string record = """{"total":450.50,"start_at":"2026-06-01T13:30:00Z","lines":[{"n":"Mow"},{"n":"Edge"}]}""", string happened = "{}")
    {
        var key = new RecordKey("estimate", "E1");
        return new StepContext
        {
            Facts = new Facts
            {
                Company = Company,
                Customer = Customer(fields),
                Records = System.Collections.Immutable.ImmutableDictionary<RecordKey, Record>.Empty.Add(
                    key, new Record { Key = key, Properties = Properties.Parse(record), Status = "sent" }),
            },
            Run = new Enrollment
            {
                Id = new EnrollmentId(9), Company = CompanyId, Customer = new CustomerId(41), Sequence = default, Version = default,
                Record = key,
                State = EnrollmentState.Active, EnteredAt = Now, EnteredSeq = 1,
                Event = new StartingEvent("Estimate Sent", Now, Properties.Parse(happened)),
            },
            Now = Now,
            Node = "mail",
            Pass = 1,
            ArrivedAt = Now,
            Filler = new TextFiller(),
        };
    }

    internal static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    internal static LinkTokens Tokens { get; } = new(new LinkKey([.. Enumerable.Range(1, 32).Select(i => (byte)i)]));

    internal static MessageLinks Links { get; } = new(Tokens, new Uri("https://crm.example"));

    internal static TemplateVersion Email(
        string? subject, string? html, string? text = null, Purpose purpose = Purpose.Transactional, int revision = 1) => new()
        {
            Company = CompanyId, Key = "t", Revision = revision, Name = "Reminder", Channel = Channel.Email, Purpose = purpose,
            Subject = subject, Html = html, Text = text,
        };

    internal static Rendering Render(TemplateVersion template, StepContext? context = null)
    {
        var cache = new TemplateCache();
        cache.Put(CompanyId, [template]);
        var writer = new MessageWriter(cache, Links);
        return writer.Write(writer.Find(CompanyId, "t")!, context ?? Context(), new MessageId(5));
    }

    internal static string Html(string html, StepContext? context = null) =>
        Render(Email("s", html), context) is Rendering.Done done
            ? done.Html!
            : throw new InvalidOperationException(((Rendering.Failed)Render(Email("s", html), context)).Because);
}
