using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>The table <c>reviews</c>. A new column is a line in a list and one, at the same place, in <see cref="Read"/>.</summary>
internal static class ReviewColumns
{
    /// <summary>What stays as it was when the review was opened.</summary>
    public static readonly TableColumns<Review> Fixed = new()
    {
        { "id", static (to, review) => to.Add(review.Id.Value) },
        { "enrollment_id", static (to, review) => to.Add(review.Enrollment.Value) },
        { "sequence_id", static (to, review) => to.Add(review.Sequence.Value) },
        { "kind", static (to, review) => to.Add((long)review.Kind) },
        { "opened_at", static (to, review) => to.Add(review.OpenedAt) },
    };

    /// <summary>What is written with each change.</summary>
    public static readonly TableColumns<Review> Moving = new()
    {
        { "state", static (to, review) => to.Add((long)review.State) },
        { "etag", static (to, review) => to.Add(review.Etag) },
        { "reason", static (to, review) => to.Add(review.Reason) },
        { "messages", static (to, review) => to.Add(StoredJson.WritePreviews(review.Messages)) },
        { "caveats", static (to, review) => to.Add(StoredJson.WriteTexts(review.Caveats)) },
        { "expires_at", static (to, review) => to.Add(review.ExpiresAt) },
        { "decided_at", static (to, review) => to.Add(review.DecidedAt) },
        { "decided_by", static (to, review) => to.Add(review.DecidedBy) },
        { "note", static (to, review) => to.Add(review.Note) },
        { "news", static (to, review) => to.Add(StoredJson.WriteTexts(review.News)) },
        { "edits", static (to, review) => to.Add(StoredJson.WriteEdits(review.Edits)) },
        { "alike", static (to, review) => to.Add(review.Alike) },
        { "asked_of", static (to, review) => to.Add(review.AskedOf) },
        { "asked_by", static (to, review) => to.Add(review.AskedBy) },
        { "asked_note", static (to, review) => to.Add(review.AskedNote) },
        { "snoozed_until", static (to, review) => to.Add(review.SnoozedUntil) },
        { "snoozed_by", static (to, review) => to.Add(review.SnoozedBy) },
        { "remind_at", static (to, review) => to.Add(review.RemindAt) },
        { "escalated_at", static (to, review) => to.Add(review.EscalatedAt) },
    };

    /// <summary>What follows from the others; written for the index and never read.</summary>
    public static readonly TableColumns<Review> Derived = new() { { "look_at", static (to, review) => to.Add(review.LookAt) } };

    /// <summary>Reads <see cref="Fixed"/>, then <see cref="Moving"/>.</summary>
    public static Review Read(RawStatement row)
    {
        var next = new RowCursor(row);
        return new Review
        {
            Id = new ReviewId(next.Long()),
            Enrollment = new EnrollmentId(next.Long()),
            Sequence = new SequenceId(next.Guid()),
            Kind = (ReviewKind)next.Int(),
            OpenedAt = next.Instant(),
            State = (ReviewState)next.Int(),
            Etag = next.Text(),
            Reason = next.Text(),
            Messages = StoredJson.ReadPreviews(next.Text()),
            Caveats = StoredJson.ReadTexts(next.TextOrNull()),
            ExpiresAt = next.InstantOrNull(),
            DecidedAt = next.InstantOrNull(),
            DecidedBy = next.TextOrNull(),
            Note = next.TextOrNull(),
            News = StoredJson.ReadTexts(next.TextOrNull()),
            Edits = StoredJson.ReadEdits(next.TextOrNull()),
            Alike = next.Text(),
            AskedOf = next.TextOrNull(),
            AskedBy = next.TextOrNull(),
            AskedNote = next.TextOrNull(),
            SnoozedUntil = next.InstantOrNull(),
            SnoozedBy = next.TextOrNull(),
            RemindAt = next.InstantOrNull(),
            EscalatedAt = next.InstantOrNull(),
        };
    }
}
