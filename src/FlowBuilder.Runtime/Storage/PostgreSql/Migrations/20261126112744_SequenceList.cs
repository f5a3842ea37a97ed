using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowBuilder.Runtime.Storage.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SequenceList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_enrollments_version",
                table: "enrollments");

            migrationBuilder.CreateIndex(
                name: "ix_sequences_updated",
                table: "sequences",
                columns: new[] { "company_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_version",
                table: "enrollments",
                columns: new[] { "company_id", "version_id", "entered_at", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_sequences_updated",
                table: "sequences");

            migrationBuilder.DropIndex(
                name: "ix_enrollments_version",
                table: "enrollments");

            migrationBuilder.CreateIndex(
                name: "ix_enrollments_version",
                table: "enrollments",
                columns: new[] { "company_id", "version_id" });
        }
    }
}
