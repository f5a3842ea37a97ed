using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>Everything known of a customer, from a handful of indexed questions.</summary>
internal sealed class ReadCustomerState(RawConnection connection)
{
    private readonly ReadCustomer _customer = new(connection);
    private readonly ReadHappenings _happenings = new(connection);
    private readonly ReadRuns _runs = new(connection);
    private readonly ReadMessages _messages = new(connection);
    private readonly ReadPending _ahead = new(connection);

    /// <returns>Null when the company has no such customer.</returns>
    public CustomerState? Read(Company company, CustomerId id)
    {
        if (_customer.Read(company.Id, id, out var partition) is not { } customer) return null;
        var happenings = _happenings.Read(company.Id, id, partition);
        var runs = _runs.Read(company.Id, id);
        var lastSeq = happenings.IsEmpty ? 0 : happenings[^1].Seq;
        foreach (var run in runs) lastSeq = Math.Max(lastSeq, run.EnteredSeq);
        return new CustomerState
        {
            Facts = new Facts
            {
                Company = company,
                Customer = customer,
                Records = _customer.ReadRecords(company.Id, id),
                Happenings = happenings,
                Enrollments = runs,
                Messages = [.. _messages.ReadOf(company.Id, id)],
            },
            LastSeq = lastSeq,
            Arms = _ahead.ReadArms(company.Id, id),
            Moments = _ahead.ReadMoments(company.Id, id),
            Reviews = _ahead.ReadReviews(company.Id, id),
        };
    }
}
