using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Reviews;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Runtime.Storage.Sqlite.Raw;

namespace FlowBuilder.Runtime.Storage.Sqlite.Writing;

/// <summary>The review queue.</summary>
internal sealed class WriteReviews(RawConnection connection)
{
    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO reviews (company_id, id, partition, customer_id, enrollment_id, kind, opened_at, state, etag, reason, messages, caveats, expires_at, decided_at, decided_by, note) " +
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");

    private readonly RawStatement _update = connection.Prepare(
        "UPDATE reviews SET state = ?3, etag = ?4, reason = ?5, messages = ?6, caveats = ?7, expires_at = ?8, decided_at = ?9, decided_by = ?10, note = ?11 WHERE company_id = ?1 AND id = ?2");

    public void Insert(CompanyId company, CustomerId customer, int partition, Review review)
    {
        _insert.Add(company.Value).Add(review.Id.Value).Add(partition).Add(customer.Value).Add(review.Enrollment.Value).Add((long)review.Kind).Add(review.OpenedAt);
        AddMoving(_insert, review).Run();
    }

    public void Update(CompanyId company, Review review)
    {
        _update.Add(company.Value).Add(review.Id.Value);
        AddMoving(_update, review).Run();
    }

    private static RawStatement AddMoving(RawStatement statement, Review review) =>
        statement.Add((long)review.State).Add(review.Etag).Add(review.Reason).Add(StoredJson.WritePreviews(review.Messages)).Add(StoredJson.WriteTexts(review.Caveats))
            .Add(review.ExpiresAt).Add(review.DecidedAt).Add(review.DecidedBy).Add(review.Note);
}
