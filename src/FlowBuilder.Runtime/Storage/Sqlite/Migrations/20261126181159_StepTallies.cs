using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowBuilder.Runtime.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StepTallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "step_tallies",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    node = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    port = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    result = table.Column<int>(type: "INTEGER", nullable: false),
                    hour = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_tallies", x => new { x.company_id, x.sequence_id, x.node, x.port, x.result, x.hour });
                });

            migrationBuilder.CreateIndex(
                name: "ix_step_tallies_hour",
                table: "step_tallies",
                column: "hour");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "step_tallies");
        }
    }
}
