using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>What waits for a customer beside runs: arms, moments, open reviews.</summary>
internal sealed class ReadPending(RawConnection connection)
{
    private readonly RawStatement _arms =
        connection.Prepare("SELECT version_id, node, record_type, record_id, arm, at FROM arms WHERE company_id = ?1 AND customer_id = ?2");

    private readonly RawStatement _moments = connection.Prepare(
        "SELECT id, version_id, node, record_type, record_id, at FROM moments INDEXED BY ix_moments_customer WHERE company_id = ?1 AND "
            + "customer_id = ?2 ORDER BY id");

    private readonly RawStatement _reviews = connection.Prepare(
        $"SELECT {ReviewColumns.Fixed.Names()}, {ReviewColumns.Moving.Names()} FROM reviews INDEXED BY ix_reviews_customer WHERE "
            + $"company_id = ?1 AND customer_id = ?2 AND state = 0 ORDER BY id");

    public ImmutableDictionary<ArmKey, DateTimeOffset> ReadArms(CompanyId company, CustomerId customer)
    {
        var arms = ImmutableDictionary<ArmKey, DateTimeOffset>.Empty;
        _arms.Add(company.Value).Add(customer.Value);
        while (_arms.Read())
        {
            var record = _arms.Text(2) is { Length: > 0 } type ? new RecordKey(type, _arms.Text(3)) : (RecordKey?)null;
            arms = arms.SetItem(new ArmKey(new VersionId(_arms.Long(0)), _arms.Text(1), record, _arms.Int(4)), _arms.Instant(5));
        }

        return arms;
    }

    public ImmutableList<ScheduledMoment> ReadMoments(CompanyId company, CustomerId customer)
    {
        var moments = ImmutableList<ScheduledMoment>.Empty;
        _moments.Add(company.Value).Add(customer.Value);
        while (_moments.Read())
            moments = moments.Add(new ScheduledMoment(
                _moments.Long(0), new VersionId(_moments.Long(1)), _moments.Text(2), _moments.Record(3), _moments.Instant(5)));
        return moments;
    }

    public ImmutableList<Review> ReadReviews(CompanyId company, CustomerId customer)
    {
        var reviews = ImmutableList<Review>.Empty;
        _reviews.Add(company.Value).Add(customer.Value);
        while (_reviews.Read()) reviews = reviews.Add(ReviewColumns.Read(_reviews));
        return reviews;
    }
}
