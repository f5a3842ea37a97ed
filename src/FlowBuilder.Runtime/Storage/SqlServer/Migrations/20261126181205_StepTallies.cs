using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowBuilder.Runtime.Storage.SqlServer.Migrations
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
                    company_id = table.Column<int>(type: "int", nullable: false),
                    sequence_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    node = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    port = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    result = table.Column<int>(type: "int", nullable: false),
                    hour = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "int", nullable: false)
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
