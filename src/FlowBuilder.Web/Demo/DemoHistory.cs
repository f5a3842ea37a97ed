using System.Globalization;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Demo;

/// <summary>
/// What has happened to the made-up customers so far, as imported events: history updates facts and stops, and never enrolls.
/// Every event has a fixed messageId, so seeding again after a crash doubles nothing.
/// </summary>
internal sealed class DemoHistory
{
    private readonly DateTimeOffset _now;
    private readonly Random _random;
    private readonly List<IncomingEvent> _events = [];

    private DemoHistory(DateTimeOffset now, int seed)
    {
        _now = now;
        _random = new Random(seed);
    }

    /// <summary>All events of all customers, oldest first.</summary>
    public static IReadOnlyList<IncomingEvent> Of(IEnumerable<DemoCustomer> customers, DateTimeOffset now, int seed = 2003)
    {
        var history = new DemoHistory(now, seed);
        foreach (var customer in customers) history.Tell(customer);
        return [.. history._events.OrderBy(happened => happened.At)];
    }

    private void Tell(DemoCustomer customer)
    {
        Add(customer, EventKind.Identify, EventNames.Identify, customer.Since, customer.Traits, "identify");
        switch (customer.Status)
        {
            case "lead":
                TellLead(customer);
                break;
            case "former":
                TellWork(customer, visits: 3, lastVisit: _now.AddDays(-_random.Next(300, 700)));
                break;
            default:
                TellWork(customer, visits: _random.Next(4, 9), lastVisit: _now.AddDays(-_random.Next(2, 12)));
                TellAhead(customer);
                break;
        }
    }

    private void TellLead(DemoCustomer lead)
    {
        Track(
            lead, EventNames.FormSubmitted, lead.Since.AddMinutes(2),
            Properties.Empty.With("form", "Quote request").With("service", lead.Wish.Service), "form");
        if (_random.NextDouble() > 0.6) return;
        var sent = Between(lead.Since, _now, 0.4);
        Estimate(lead, EventNames.EstimateSent, sent);
        switch (_random.NextDouble())
        {
            case < 0.25:
                Estimate(lead, EventNames.EstimateDeclined, Between(sent, _now, 0.6));
                break;
            case < 0.35:
                Estimate(lead, EventNames.EstimateChangesRequested, Between(sent, _now, 0.5));
                break;
        }
    }

    private void TellWork(DemoCustomer customer, int visits, DateTimeOffset lastVisit)
    {
        Estimate(customer, EventNames.EstimateSent, customer.Since.AddDays(1));
        Estimate(customer, EventNames.EstimateAccepted, customer.Since.AddDays(_random.Next(2, 9)));
        if (_random.NextDouble() < 0.5)
            Track(
                customer, EventNames.PaymentMethodAdded, customer.Since.AddDays(9),
                Properties.Empty.With("kind", "credit_card").With("last4", _random.Next(1000, 9999).ToString(CultureInfo.InvariantCulture)),
                "card");
        for (var visit = visits; visit > 0; visit--)
        {
            var start = AtNine(lastVisit.AddDays(-10 * (visit - 1)));
            if (start < customer.Since.AddDays(10)) continue;
            Visit(customer, EventNames.VisitAdded, visit, start, start.AddDays(-14));
            Visit(customer, EventNames.VisitCompleted, visit, start, start.AddHours(1.5));
            Bill(customer, visit, start.AddHours(8));
        }

        if (_random.NextDouble() < 0.15)
            Track(
                customer, EventNames.ReviewReceived, lastVisit.AddDays(1),
                Properties.Empty.With("review_id", $"R-{customer.Number}").With("rating", _random.Next(3, 6))
                    .With("source", "google").With("text", DemoWords.Praise[_random.Next(DemoWords.Praise.Length)]), "review");
    }

    private void TellAhead(DemoCustomer customer)
    {
        if (_random.NextDouble() < 0.75)
            Visit(customer, EventNames.VisitAdded, 100, AtNine(_now.AddDays(_random.Next(2, 20))), _now.AddDays(-1));
        if (_random.NextDouble() < 0.1)
            Track(
                customer, EventNames.MeetingAdded, _now.AddDays(-2),
                Properties.Empty
                    .With("meeting_id", $"M-{customer.Number}")
                    .With("start_at", Text(AtNine(_now.AddDays(_random.Next(1, 9)))))
                    .With("place", "on site"),
                "meeting");
    }

    private void Bill(DemoCustomer customer, int visit, DateTimeOffset at)
    {
        var amount = Math.Max(45, customer.Wish.Price / 12);
        var paid = visit > 1 || _random.NextDouble() > 0.12;
        var invoice = Properties.Empty
            .With("invoice_id", $"I-{customer.Number}-{visit}")
            .With("total", amount)
            .With("due_at", Text(at.AddDays(7)));
        Track(customer, EventNames.InvoiceCreated, at, invoice.With("balance", amount), $"invoice-{visit}");
        if (paid)
        {
            var when = at.AddDays(_random.Next(1, 6));
            Track(
                customer, EventNames.PaymentMade, when,
                Properties.Empty
                    .With("payment_id", $"P-{customer.Number}-{visit}")
                    .With("amount", amount)
                    .With("invoice_id", $"I-{customer.Number}-{visit}")
                    .With("method", "card"),
                $"payment-{visit}");
            Track(customer, EventNames.InvoicePaid, when.AddMinutes(1), invoice.With("balance", 0), $"paid-{visit}");
        }
        else
        {
            Track(customer, EventNames.InvoicePastDue, at.AddDays(8), invoice.With("balance", amount), $"past-due-{visit}");
        }
    }

    private void Estimate(DemoCustomer customer, string name, DateTimeOffset at) =>
        Track(
            customer, name, at,
            Properties.Empty
                .With("estimate_id", $"E-{customer.Number}")
                .With("total", customer.Wish.Price)
                .With("currency", "USD")
                .With("service", customer.Wish.Service),
            name);

    private void Visit(DemoCustomer customer, string name, int visit, DateTimeOffset start, DateTimeOffset at) =>
        Track(
            customer, name, at,
            Properties.Empty
                .With("visit_id", $"V-{customer.Number}-{visit}")
                .With("start_at", Text(start))
                .With("end_at", Text(start.AddHours(1.5)))
                .With("crew", customer.Crew).With("service", customer.Wish.Service), $"{name}-{visit}");

    private void Track(DemoCustomer customer, string name, DateTimeOffset at, Properties properties, string key) =>
        Add(customer, EventKind.Track, name, at, properties, key);

    private void Add(DemoCustomer customer, EventKind kind, string name, DateTimeOffset at, Properties properties, string key)
    {
        if (at >= _now) return;
        _events.Add(
            DemoEvents.Of(customer.UserId, kind, name, at, properties, $"history-{customer.Number}-{key}") with { Imported = true });
    }

    private DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to, double atMost) =>
        from + ((to - from) * (0.1 + (_random.NextDouble() * atMost)));

    /// <summary>Visits begin between 8 and 15 o'clock, Eastern time or nearly so.</summary>
    private DateTimeOffset AtNine(DateTimeOffset day) =>
        new DateTimeOffset(day.Year, day.Month, day.Day, 13, 0, 0, TimeSpan.Zero).AddMinutes(15 * _random.Next(0, 24));

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
