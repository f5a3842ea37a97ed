using System.Collections.Immutable;
using System.Text.Json;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Tests.Support;

/// <summary>A customer, a company and a run, as a step meets them. Immutable: each With answers a new scene.</summary>
internal sealed record Scene
{
    public static readonly StepJson Json = new(Steps.Catalogue.Steps);
    public static readonly SequenceId Other = new(new Guid("11111111-2222-3333-4444-555555555555"));
    public static readonly RecordKey Estimate = new("estimate", "E-1");
    public static readonly RecordKey Visit = new("visit", "V-1");

    private static readonly Company Firm = new()
    {
        Id = new CompanyId(1), Name = "Green Valley", TimeZone = "America/New_York", Holidays = [new DateOnly(2026, 7, 3)],
        People =
        [
            new Person("olga", "Olga Owner", "olga@example.com", "+15550001", "owner", IsPrimaryOwner: true),
            new Person("max", "Max Manager", "max@example.com", "+15550002", "manager"),
            new Person("ofelia", "Ofelia Office", "ofelia@example.com", null, "office"),
            new Person("oscar", "Oscar Office", "oscar@example.com", null, "office"),
        ],
    };

    public static Scene Empty { get; } = new();

    public Facts Facts { get; init; } = new()
    {
        Company = Firm, Customer = new Customer { Id = new CustomerId(7), Company = Firm.Id, UserId = "c-7" }
    };

    public DateTimeOffset Now { get; init; } = At("2026-06-10T16:00:00Z");

    public RecordKey? Record { get; init; }

    public StartingEvent? Event { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public long EnteredSeq { get; init; } = 100;

    public EnrollmentId RunId { get; init; } = new(42);

    public string Node { get; init; } = "n";

    public DateTimeOffset? Arrived { get; init; }

    public Enrollment Run => new()
    {
        Id = RunId, Company = Firm.Id, Customer = Facts.Customer.Id,
        Sequence = new SequenceId(new Guid("99999999-2222-3333-4444-555555555555")), Version = new VersionId(1),
        Record = Record, State = EnrollmentState.Active, EnteredAt = Now, EnteredSeq = EnteredSeq, ArrivedAt = Arrived ?? Now,
        DueAt = DueAt, Event = Event,
    };

    public StepContext Context =>
        new() { Facts = Facts, Run = Run, Now = Now, Node = Node, Pass = 1, ArrivedAt = Arrived ?? Now, Filler = new NameFiller() };

    public ConditionContext Conditions => Context.Conditions;

    /// <summary>What conditions see at entry, before there is a run.</summary>
    public ConditionContext AtEntry => new(Facts, Now, null, Event, Record);

    public static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A step from its JSON.</summary>
    public static T Step<T>(string json)
        where T : Step
    {
        var errors = new FieldErrors();
        using var document = JsonDocument.Parse(json);
        var step = Json.Read(document.RootElement.Clone(), "", errors);
        return step as T
            ?? throw new InvalidOperationException(string.Join("; ", errors.All.Select(error => $"{error.Field}: {error.Message}")));
    }

    public bool Holds(string condition) => Step<ConditionStep>(condition).Holds(Conditions);

    public StepOutcome Does(string step) => Step<RunnableStep>(step).Run(Context);

    public DateTimeOffset? TurnsAt(string condition) => Step<ConditionStep>(condition).MayTurnAt(Conditions);

    public bool Fires(string trigger, CustomerEvent happened) =>
        Step<TriggerStep>(trigger) is var step && step.ListensTo.Contains(happened.Name) && step.Answers(happened, Facts);

    public Moment[] Moments(string trigger) => [.. Step<ClockTrigger>(trigger).Moments(Facts, Now)];

    public Scene In(string zone) => WithField("time_zone", zone);

    public Scene OnClock(string iso) => this with { Now = At(iso) };

    public Scene WithField(string name, object? value) =>
        this with { Facts = Facts with { Customer = Facts.Customer with { Fields = Facts.Customer.Fields.With(name, value) } } };

    public Scene WithTag(string tag) =>
        this with { Facts = Facts with { Customer = Facts.Customer with { Tags = Facts.Customer.Tags.Add(tag, default) } } };

    public Scene WithConsent(Consent consent) => this with { Facts = Facts with { Customer = Facts.Customer with { Consent = consent } } };

    /// <summary>An event happened; one about a record also makes the record what it says.</summary>
    public Scene After(string name, string at, string properties = "{}", RecordKey? record = null, long? seq = null)
    {
        var position = seq ?? (Facts.Happenings.IsEmpty ? 1 : Facts.Happenings[^1].Seq + 1);
        var facts = Facts with { Happenings = Facts.Happenings.Add(new HistoryEvent(position, name, record, At(at))) };
        if (record is { } key)
        {
            var known = Facts.Find(key) ?? new Core.Model.Customers.Record { Key = key };
            facts = facts with
            {
                Records = facts.Records.SetItem(
                    key,
                    known with
                    {
                        Properties = known.Properties.Merge(Properties.Parse(properties)),
                        Status = EventNames.StatusOf(name),
                        UpdatedAt = At(at)
                    })
            };
        }

        return this with { Facts = facts };
    }

    public Scene About(RecordKey record) => this with { Record = record };

    public Scene StartedBy(string name, string properties) =>
        this with { Event = new StartingEvent(name, Now, Properties.Parse(properties)) };

    public Scene WithRun(EnrollmentState state) => this with
    {
        Facts = Facts with { Enrollments = Facts.Enrollments.Add(Run with { Id = new EnrollmentId(5), Sequence = Other, State = state }) },
    };

    public Scene WithMessage(Message message) => this with { Facts = Facts with { Messages = Facts.Messages.Add(message) } };

    public CustomerEvent Happens(string name, string properties = "{}", RecordKey? record = null) => new()
    {
        Seq = 1000, Name = name, At = Now, ArrivedAt = Now, Record = record, Properties = Properties.Parse(properties), Source = "test",
    };

    /// <summary>Fills in first name and record total: enough to see that texts are filled.</summary>
    private sealed class NameFiller : ITextFiller
    {
        public string Fill(string liquid, StepContext context) => liquid
            .Replace("{{ customer.first_name }}", context.Customer.Fields.Text("first_name") ?? "", StringComparison.Ordinal)
            .Replace("{{ record.total }}", context.Record?.Properties.Text("total") ?? "", StringComparison.Ordinal);
    }
}
