using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Web.Demo;

/// <summary>
/// With <c>Demo:LiveEvents=true</c> something believable happens at the demo company every few seconds: an estimate goes out, one is
/// answered a little later, a visit is done, an invoice is paid late. Goes by the system clock; events carry the product clock's time.
/// </summary>
internal sealed class LiveEvents(IIntake intake, ProductClock clock) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(5);

    private readonly Random _random = new();
    private readonly Queue<(DemoCustomer Customer, string Name, Properties Properties)> _answers = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var customers = DemoCustomers.All(clock.Now);
        while (true)
        {
            await Task.Delay(Shortest + (Spread * _random.NextDouble()), stoppingToken);
            var (customer, name, properties) = Next(customers);
            await intake.AcceptAsync(
                [DemoEvents.Of(customer.UserId, EventKind.Track, name, clock.Now, properties, $"live-{Guid.NewGuid():N}")], stoppingToken);
        }
    }

    /// <summary>Half the time an answer to something that has happened, when there is one.</summary>
    internal (DemoCustomer Customer, string Name, Properties Properties) Next(IReadOnlyList<DemoCustomer> customers)
    {
        if (_answers.Count > 0 && _random.Next(2) == 0) return _answers.Dequeue();
        var customer = customers[_random.Next(customers.Count)];
        var number = _random.Next(10_000, 99_999);
        switch (customer.Status == "active" ? _random.Next(5) : _random.Next(2))
        {
            case 0:
                var estimate = Properties.Empty
                    .With("estimate_id", $"E-{number}")
                    .With("total", customer.Wish.Price)
                    .With("currency", "USD")
                    .With("service", customer.Wish.Service);
                _answers.Enqueue((customer, _random.Next(3) == 0 ? EventNames.EstimateDeclined : EventNames.EstimateAccepted, estimate));
                return (customer, EventNames.EstimateSent, estimate);
            case 1:
                return (customer, EventNames.FormSubmitted, Properties.Empty
                    .With("form", "Quote request")
                    .With("service", customer.Wish.Service));
            case 2:
                if (_random.Next(3) == 0)
                    _answers.Enqueue(
                        (customer, EventNames.ReviewReceived, Properties.Empty
                            .With("review_id", $"R-{number}")
                            .With("rating", _random.Next(3, 6))
                            .With("source", "google")));
                return (customer, EventNames.VisitCompleted, Properties.Empty
                    .With("visit_id", $"V-{number}")
                    .With("crew", customer.Crew)
                    .With("service", customer.Wish.Service));
            case 3:
                var invoice = Properties.Empty
                    .With("invoice_id", $"I-{number}")
                    .With("total", customer.Wish.Price)
                    .With("balance", customer.Wish.Price);
                _answers.Enqueue((customer, EventNames.InvoicePaid, invoice.With("balance", 0)));
                return (customer, EventNames.InvoicePastDue, invoice);
            default:
                return (customer, EventNames.PaymentMade, Properties.Empty
                    .With("payment_id", $"P-{number}")
                    .With("amount", _random.Next(50, 220))
                    .With("method", "card"));
        }
    }
}
