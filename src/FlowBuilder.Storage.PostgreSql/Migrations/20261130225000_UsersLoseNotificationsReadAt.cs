using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowBuilder.Storage.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class UsersLoseNotificationsReadAt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "notifications_read_at",
                table: "users");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "notifications_read_at",
                table: "users",
                type: "bigint",
                nullable: true);
        }
    }
}
