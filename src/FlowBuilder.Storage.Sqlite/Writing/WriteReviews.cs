using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writing;

/// <summary>The review queue.</summary>
internal sealed class WriteReviews(RawConnection connection)
{
    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO reviews (company_id, id, partition, customer_id, enrollment_id, sequence_id, kind, opened_at, state, etag, reason, messages, caveats, expires_at, decided_at, decided_by, note, " +
        "news, edits, alike, asked_of, asked_by, asked_note, snoozed_until, snoozed_by, remind_at, escalated_at, look_at) " +
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28)");

    private readonly RawStatement _update = connection.Prepare(
        "UPDATE reviews SET state = ?3, etag = ?4, reason = ?5, messages = ?6, caveats = ?7, expires_at = ?8, decided_at = ?9, decided_by = ?10, note = ?11, " +
        "news = ?12, edits = ?13, alike = ?14, asked_of = ?15, asked_by = ?16, asked_note = ?17, snoozed_until = ?18, snoozed_by = ?19, remind_at = ?20, escalated_at = ?21, look_at = ?22 WHERE company_id = ?1 AND id = ?2");

    public void Insert(CompanyId company, CustomerId customer, int partition, Review review)
    {
        _insert.Add(company.Value).Add(review.Id.Value).Add(partition).Add(customer.Value).Add(review.Enrollment.Value).Add(review.Sequence.Value).Add((long)review.Kind).Add(review.OpenedAt);
        AddMoving(_insert, review).Run();
    }

    public void Update(CompanyId company, Review review)
    {
        _update.Add(company.Value).Add(review.Id.Value);
        AddMoving(_update, review).Run();
    }

    private static RawStatement AddMoving(RawStatement statement, Review review) =>
        statement.Add((long)review.State).Add(review.Etag).Add(review.Reason).Add(StoredJson.WritePreviews(review.Messages)).Add(StoredJson.WriteTexts(review.Caveats))
            .Add(review.ExpiresAt).Add(review.DecidedAt).Add(review.DecidedBy).Add(review.Note)
            .Add(StoredJson.WriteTexts(review.News)).Add(StoredJson.WriteEdits(review.Edits)).Add(review.Alike).Add(review.AskedOf).Add(review.AskedBy).Add(review.AskedNote)
            .Add(review.SnoozedUntil).Add(review.SnoozedBy).Add(review.RemindAt).Add(review.EscalatedAt).Add(review.LookAt);
}
