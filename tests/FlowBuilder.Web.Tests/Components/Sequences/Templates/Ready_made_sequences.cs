using System.Collections.Immutable;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Steps;
using FlowBuilder.Web.Components.Sequences.Templates;
using FlowBuilder.Web.Demo;
using Shouldly;
using Xunit;

namespace FlowBuilder.Web.Tests.Components.Sequences.Templates;

public sealed class Ready_made_sequences
{
    private static readonly SequenceTemplates Templates = new(Catalogue.Steps);

    private static readonly DateTimeOffset Monday = new(2026, 2, 2, 15, 0, 0, TimeSpan.Zero);

    private static readonly Properties Fields = new TestCustomer().Fields.With("status", "active").With("assigned_to", "m");

    private static readonly ImmutableArray<Person> People =
    [
        new("o", "Olive Owner", "olive@green.example", "+15550001", "owner", true),
        new("m", "Max Office", "max@green.example", null, "office")
    ];

    public static TheoryData<string> Keys => [.. Templates.All.Select(template => template.Key)];

    /// <summary>A fitting customer for each, what happens to them, and the node their way ends at.</summary>
    public static TheoryData<string, TestScenario, string> Scenarios => new()
    {
        { "estimate-follow-up", On(Customer(), Event("Estimate Sent", "estimate_id", "e1")), "unmark" },
        {
            "unpaid-invoice",
            On(Customer(), new TestEvent(default, "Invoice Past Due", Properties.Of("invoice_id", "i1").With("balance", 700))), "call"
        },
        { "visit-reminder", On(Customer() with { Records = [Visit(8)] }), "text" },
        {
            "review-request",
            On(
                Customer(), Event("Visit Completed", "visit_id", "v1"),
                new TestEvent(TimeSpan.FromDays(3), "Review Received", Properties.Of("review_id", "r1").With("rating", 5))),
            "unmark"
        },
        {
            "new-customer-welcome",
            On(
                Customer("lead"), new TestEvent(default, EventNames.Identify, Properties.Of("status", "active")),
                new TestEvent(TimeSpan.FromDays(5), "Visit Completed", Properties.Of("visit_id", "v1"))),
            "all-well"
        },
        { "win-back", On(Customer() with { Past = [new TestPast("Visit Completed", TimeSpan.FromDays(100))] }), "last" },
        { "season-start", On(Customer()), "call" },
        { "upsell-after-service", On(Customer(), Event("Visit Completed", "visit_id", "v1")), "unmark" },
        { "birthday", On(Customer() with { Fields = Fields.With("birthday", "1980-02-20") }), "reminder" },
        {
            "payment-failed",
            On(Customer(), new TestEvent(default, "Payment Failed", Properties.Of("payment_id", "p1").With("amount", 90))), "call"
        },
        {
            "new-lead-response", On(Customer("lead"), new TestEvent(default, "Form Submitted", Properties.Of("form", "Quote request"))),
            "story"
        },
        { "contract-renewal", On(Customer() with { Fields = Fields.With("contract_end", "2026-04-01") }), "call" },
        {
            "visit-rescheduled",
            On(
                Customer() with { Records = [Visit(8)] },
                new TestEvent(default, "Visit Rescheduled", Properties.Of("visit_id", "v1").With("start_at", Monday.AddDays(9)))),
            "text"
        },
        {
            "payment-thanks", On(Customer(), new TestEvent(default, "Payment Made", Properties.Of("payment_id", "p1").With("amount", 90))),
            "ask"
        },
    };

    [Fact]
    public void There_are_fourteen_each_with_a_sentence_and_a_category_and_each_is_tried()
    {
        Templates.All.Count.ShouldBe(14);
        Templates.All.ShouldAllBe(template => template.Does.Length > 20 && template.Category.Length > 0 && template.Messages.Length > 0);
        Templates.All.Select(template => template.Title).ShouldBeUnique();
        Scenarios.Select(row => row.Data.Item1).ShouldBe(Templates.All.Select(template => template.Key), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void It_can_be_published_without_a_word_of_warning(string key)
    {
        var compilation = Compile(Templates.Find(key)!);
        compilation.Diagnostics.ShouldBeEmpty();
        compilation.Plan.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Its_messages_pass_the_check_that_saving_makes(string key)
    {
        foreach (var message in Templates.Find(key)!.Messages)
            new TemplateCheck().Check(Version(message)).ShouldBeEmpty(message.Key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void It_is_drawn_as_arranging_would_draw_it_without_overlaps(string key)
    {
        var session = new DesignSession(Templates.Find(key)!.Document, new StepJson(Catalogue.Steps));
        session.Run(new AutoLayout());
        session.Revision.ShouldBe(0, "Run the layout over it and save what comes out.");
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_fitting_customer_comes_to_its_end_with_every_message_rendered(string key, TestScenario scenario, string end)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var template = Templates.Find(key)!;
        var company = DemoCompany.Id;
        var cache = new TemplateCache();
        cache.Put(company, template.Messages.Select(Version));
        var setting = new TestRunSetting
        {
            Plan = Compile(template).Plan!, Title = template.Title, Start = scenario.Start, Catalog = Catalogue.Steps,
            Facts = scenario.Customer.ToFacts(
                new Company { Id = company, Name = "Green & Sons", Website = "https://green.example", Phone = "555-0100", People = People },
                scenario.Start),
            Writer = new MessageWriter(
                cache, new MessageLinks(new LinkTokens(new LinkKey(new byte[LinkKey.Length])), new Uri("https://flow.example"))),
            Filler = new TextFiller(),
        };
        var run = TestRun.Play(setting, scenario.Events, scenario.Watch);
        var path = run.Result.Paths.ShouldHaveSingleItem(string.Join('\n', run.Result.Told));
        path.State.ShouldBe(EnrollmentState.Done);
        path.Steps[^1].Node.ShouldBe(end);
        path.Steps.ShouldAllBe(step => step.Result == StepResult.Done || step.Result == StepResult.TimedOut);
        path.Steps.SelectMany(step => step.Messages).ShouldNotBeEmpty();
        path.Steps.SelectMany(step => step.Messages)
            .ShouldAllBe(
                message => message.At != null && message.Text.Length > 20 && !message.Text.Contains("{{") && !message.Text.Contains("  "));
    }

    private static Compilation Compile(SequenceTemplate template) =>
        new PlanCompiler(Catalogue.Steps).Compile(template.Document, new CompileContext
        {
            Templates = template.Messages.ToDictionary(message => message.Key, message => message.Name),
            People = People.ToDictionary(person => person.Id, person => person.Email!), Now = Monday,
        });

    private static TemplateVersion Version(MessageTemplate message) => new()
    {
        Company = DemoCompany.Id, Key = message.Key, Revision = 1, Name = message.Name, Channel = message.Channel,
        Purpose = message.Purpose, Subject = message.Subject, Html = message.Html, Text = message.Text,
    };

    private static TestCustomer Customer(string status = "active") => new() { Fields = Fields.With("status", status) };

    private static TestScenario On(TestCustomer customer, params TestEvent[] events) =>
        new(customer, Monday, [.. events], TimeSpan.FromDays(250));

    private static TestEvent Event(string name, string id, string value) => new(default, name, Properties.Of(id, value).With("total", 800));

    private static FlowBuilder.Core.Model.Customers.Record Visit(int inDays) =>
        new() { Key = new RecordKey("visit", "v1"), Properties = Properties.Of("start_at", Monday.AddDays(inDays)), Status = "added" };
}
