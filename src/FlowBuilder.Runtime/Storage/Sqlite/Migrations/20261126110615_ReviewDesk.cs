using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowBuilder.Runtime.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReviewDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reviews_due",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "ix_reviews_waiting",
                table: "reviews");

            migrationBuilder.AddColumn<int>(
                name: "emailed_kinds",
                table: "users",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "alike",
                table: "reviews",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "asked_by",
                table: "reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asked_note",
                table: "reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asked_of",
                table: "reviews",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "edits",
                table: "reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "escalated_at",
                table: "reviews",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "look_at",
                table: "reviews",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "news",
                table: "reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "remind_at",
                table: "reviews",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "sequence_id",
                table: "reviews",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[16]);

            migrationBuilder.AddColumn<string>(
                name: "snoozed_by",
                table: "reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "snoozed_until",
                table: "reviews",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "count",
                table: "notifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "email_due_at",
                table: "notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "kind",
                table: "notifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "message_id",
                table: "notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "review_id",
                table: "notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "sequence_id",
                table: "notifications",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "edited_messages",
                table: "enrollments",
                type: "TEXT",
                nullable: true);

            // What waits already gets what its rows lacked.
            migrationBuilder.Sql("UPDATE reviews SET look_at = expires_at WHERE state = 0");
            migrationBuilder.Sql("UPDATE reviews SET sequence_id = COALESCE((SELECT e.sequence_id FROM enrollments e WHERE e.company_id = reviews.company_id AND e.id = reviews.enrollment_id), sequence_id)");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_alike",
                table: "reviews",
                columns: new[] { "company_id", "state", "alike", "id" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_asked",
                table: "reviews",
                columns: new[] { "company_id", "asked_of", "id" },
                filter: "asked_of IS NOT NULL AND state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_due",
                table: "reviews",
                columns: new[] { "partition", "look_at" },
                filter: "look_at IS NOT NULL AND state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_expiring",
                table: "reviews",
                columns: new[] { "company_id", "state", "expires_at", "id" },
                filter: "expires_at IS NOT NULL AND state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_sequence",
                table: "reviews",
                columns: new[] { "company_id", "sequence_id", "id" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_snoozed",
                table: "reviews",
                columns: new[] { "company_id", "state", "snoozed_until", "id" },
                filter: "snoozed_until IS NOT NULL AND state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_waiting",
                table: "reviews",
                columns: new[] { "company_id", "state", "id" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_email",
                table: "notifications",
                columns: new[] { "company_id", "id" },
                filter: "email_due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reviews_alike",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "ix_reviews_asked",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "ix_reviews_due",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "ix_reviews_expiring",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "ix_reviews_sequence",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "ix_reviews_snoozed",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "ix_reviews_waiting",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "ix_notifications_email",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "emailed_kinds",
                table: "users");

            migrationBuilder.DropColumn(
                name: "alike",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "asked_by",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "asked_note",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "asked_of",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "edits",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "escalated_at",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "look_at",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "news",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "remind_at",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "sequence_id",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "snoozed_by",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "snoozed_until",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "count",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "email_due_at",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "message_id",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "review_id",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "sequence_id",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "edited_messages",
                table: "enrollments");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_due",
                table: "reviews",
                columns: new[] { "partition", "expires_at" },
                filter: "expires_at IS NOT NULL AND state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_waiting",
                table: "reviews",
                columns: new[] { "company_id", "state" },
                filter: "state = 0");
        }
    }
}
