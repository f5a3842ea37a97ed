using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowBuilder.Runtime.Storage.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SendingLanes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_messages_lane_due",
                table: "messages",
                columns: new[] { "partition", "company_id", "channel", "due_at" },
                filter: "state = 0 AND due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_lane_retry",
                table: "messages",
                columns: new[] { "partition", "company_id", "channel", "retry_at" },
                filter: "state = 0 AND retry_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_messages_lane_due",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_lane_retry",
                table: "messages");
        }
    }
}
