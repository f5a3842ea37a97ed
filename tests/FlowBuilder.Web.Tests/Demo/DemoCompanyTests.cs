using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Web.Demo;
using Shouldly;
using Xunit;

namespace FlowBuilder.Web.Tests.Demo;

public sealed class DemoCompanyTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 20, 14, 30, 0, TimeSpan.Zero);

    [Fact]
    public void There_are_three_hundred_customers_with_addresses_of_their_own()
    {
        var customers = DemoCustomers.All(Now);
        customers.Count.ShouldBe(300);
        customers.Select(customer => customer.UserId).Distinct().Count().ShouldBe(300);
        customers.Select(customer => customer.Traits.Text("email")).Distinct().Count().ShouldBe(300);
        customers.CountBy(customer => customer.Status).ShouldBe([new("lead", 60), new("former", 60), new("active", 180)]);
    }

    [Fact]
    public void The_same_day_makes_the_same_company()
    {
        var once = DemoHistory.Of(DemoCustomers.All(Now), Now);
        var again = DemoHistory.Of(DemoCustomers.All(Now), Now);
        again.Select(happened => happened.ToString()).ShouldBe(once.Select(happened => happened.ToString()));
    }

    [Fact]
    public void History_is_imported_lies_in_the_past_and_names_each_event_once()
    {
        var history = DemoHistory.Of(DemoCustomers.All(Now), Now);
        history.ShouldAllBe(happened => happened.Imported && happened.At < Now);
        history.Select(happened => happened.MessageId).Distinct().Count().ShouldBe(history.Count);
        history.Where(happened => happened.Kind == EventKind.Track && EventNames.RecordTypeOf(happened.Name) != null)
            .ShouldAllBe(happened => happened.Record != null);
    }

    [Fact]
    public void A_customer_is_introduced_before_anything_happens_to_them()
    {
        foreach (var customer in DemoHistory.Of(DemoCustomers.All(Now), Now).GroupBy(happened => happened.UserId))
            customer.First().Kind.ShouldBe(EventKind.Identify);
    }

    [Fact]
    public void Estimates_invoices_and_visits_are_in_every_plausible_state()
    {
        var names = DemoHistory.Of(DemoCustomers.All(Now), Now).Select(happened => happened.Name).Distinct();
        names.ShouldBe(
            [EventNames.Identify, EventNames.FormSubmitted, EventNames.EstimateSent, EventNames.EstimateAccepted,
             EventNames.EstimateDeclined, EventNames.EstimateChangesRequested,
              EventNames.PaymentMethodAdded, EventNames.VisitAdded, EventNames.VisitCompleted, EventNames.InvoiceCreated,
             EventNames.InvoicePaid, EventNames.InvoicePastDue,
              EventNames.PaymentMade, EventNames.ReviewReceived, EventNames.MeetingAdded],
            ignoreOrder: true);
    }

    [Fact]
    public void Every_template_passes_the_check_that_saving_makes()
    {
        var rows = DemoTemplates.Rows(Now);
        rows.Count.ShouldBe(15);
        foreach (var row in rows)
        {
            var version = new TemplateVersion
            {
                Company = DemoCompany.Id, Key = row.Key, Revision = 1, Name = row.Name, Channel = row.Channel, Purpose = row.Purpose,
                Subject = row.Subject, Html = row.Html, Text = row.Text,
            };
            new TemplateCheck().Check(version).ShouldBeEmpty(row.Key);
            if (row.Channel == Channel.Email) row.Html.ShouldNotBeNull().ShouldNotContain("{{ body }}");
        }
    }
}
