using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DgccAssess.Migrations.Sqlite.Hub
{
    /// <inheritdoc />
    public partial class SharedPracticeSlices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SharedPracticeSlices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Names = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Texts = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedPracticeSlices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedPracticeSlices_SharedSnapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "SharedSnapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SharedPracticeSlices_Question",
                table: "SharedPracticeSlices",
                column: "Question");

            migrationBuilder.CreateIndex(
                name: "IX_SharedPracticeSlices_Snapshot",
                table: "SharedPracticeSlices",
                column: "SnapshotId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SharedPracticeSlices");
        }
    }
}
