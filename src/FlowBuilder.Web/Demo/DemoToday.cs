using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Demo;

/// <summary>A morning at the demo company: the first events that enroll, so that runs, emails and a
/// review queue are there to look at.</summary>
internal static class DemoToday
{
    private static readonly string[] CheckUpDue = ["check-up due"];

    public static IEnumerable<IncomingEvent> Of(IReadOnlyList<DemoCustomer> customers, DateTimeOffset now)
    {
        var leads = customers.Where(customer => customer.Status == "lead").ToList();
        var active = customers.Where(customer => customer.Status == "active").ToList();
        foreach (var lead in leads.Take(4)) yield return Track(lead, EventNames.EstimateSent, now, Estimate(lead));
        foreach (var lead in leads.Skip(4).Take(3))
            yield return Track(
                lead, EventNames.FormSubmitted, now, Properties.Empty.With("form", "Quote request").With("service", lead.Wish.Service));
        foreach (var customer in active.Take(4))
            yield return Track(
                customer, EventNames.VisitCompleted, now,
                Properties.Empty
                    .With("visit_id", $"V-{customer.Number}-today")
                    .With("service", customer.Wish.Service)
                    .With("crew", customer.Crew));
        foreach (var customer in active.Skip(4).Take(2))
            yield return Track(
                customer, EventNames.InvoicePastDue, now,
                Properties.Empty
                    .With("invoice_id", $"I-{customer.Number}-today")
                    .With("total", customer.Wish.Price)
                    .With("balance", customer.Wish.Price));
        foreach (var customer in active.Skip(6).Take(6))
            yield return Track(
                customer, EventNames.PaymentMade, now,
                Properties.Empty.With("payment_id", $"P-{customer.Number}-today").With("amount", 120).With("method", "card"));
        foreach (var customer in active.Skip(12).Take(2))
            yield return DemoEvents.Of(
                customer.UserId, EventKind.Identify, EventNames.Identify, now, Properties.Empty.With("add_tags", CheckUpDue),
                $"today-{customer.Number}-tag");
    }

    private static Properties Estimate(DemoCustomer customer) =>
        Properties.Empty
            .With("estimate_id", $"E-{customer.Number}-today")
            .With("total", customer.Wish.Price)
            .With("currency", "USD")
            .With("service", customer.Wish.Service);

    private static IncomingEvent Track(DemoCustomer customer, string name, DateTimeOffset now, Properties properties) =>
        DemoEvents.Of(customer.UserId, EventKind.Track, name, now, properties, $"today-{customer.Number}-{name}");
}
