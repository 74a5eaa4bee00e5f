using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DgccAssess.Migrations.SqlServer.Hub
{
    /// <inheritdoc />
    public partial class KeptAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeptAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Caller = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RequestHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer_Content = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Answer_Location = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Answer_Status = table.Column<int>(type: "int", nullable: true),
                    Answer_Tag = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptAnswers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptAnswers_BegunAt",
                table: "KeptAnswers",
                column: "BegunAt");

            migrationBuilder.CreateIndex(
                name: "UX_KeptAnswers_Caller_Key",
                table: "KeptAnswers",
                columns: new[] { "Caller", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptAnswers");
        }
    }
}
