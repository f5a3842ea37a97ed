using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowBuilder.Runtime.Storage.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SuppressionsAndRecordTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "stamps",
                table: "records",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "email_hash",
                table: "customers",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone_hash",
                table: "customers",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "suppressions",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    hashed_with = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppressions", x => new { x.company_id, x.channel, x.hash, x.reason });
                });

            migrationBuilder.CreateIndex(
                name: "ix_customers_email_hash",
                table: "customers",
                columns: new[] { "company_id", "email_hash" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_phone_hash",
                table: "customers",
                columns: new[] { "company_id", "phone_hash" });

            migrationBuilder.CreateIndex(
                name: "ix_suppressions_at",
                table: "suppressions",
                columns: new[] { "company_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "stamps",
                table: "records");

            migrationBuilder.DropTable(
                name: "suppressions");

            migrationBuilder.DropIndex(
                name: "ix_customers_email_hash",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_phone_hash",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "email_hash",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "phone_hash",
                table: "customers");
        }
    }
}
