using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowBuilder.Runtime.Storage.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Forgetting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "parked_inputs",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "tries",
                table: "parked_inputs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "customers",
                table: "idempotency_keys",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sealed_with",
                table: "audit_log",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            // Until now the rows of joined customers kept a name, and erased ones were left in notifications and inputs set aside.
            migrationBuilder.Sql("UPDATE customers SET name = '', stamps = NULL, status = NULL, type = NULL, assigned_to = NULL WHERE merged_into IS NOT NULL");
            migrationBuilder.Sql("DELETE FROM notifications WHERE customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM customers WHERE customers.company_id = notifications.company_id AND customers.id = notifications.customer_id)");
            migrationBuilder.Sql("DELETE FROM parked_inputs WHERE NOT EXISTS (SELECT 1 FROM customers WHERE customers.company_id = parked_inputs.company_id AND customers.id = parked_inputs.customer_id)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "kind",
                table: "parked_inputs");

            migrationBuilder.DropColumn(
                name: "tries",
                table: "parked_inputs");

            migrationBuilder.DropColumn(
                name: "customers",
                table: "idempotency_keys");

            migrationBuilder.DropColumn(
                name: "sealed_with",
                table: "audit_log");
        }
    }
}
