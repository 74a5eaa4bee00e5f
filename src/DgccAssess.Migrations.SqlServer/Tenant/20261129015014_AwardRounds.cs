using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DgccAssess.Migrations.SqlServer.Tenant
{
    /// <inheritdoc />
    public partial class AwardRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AwardRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PreviousRoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AwardVersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HasJury = table.Column<bool>(type: "bit", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    StageAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NominationsDueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UnsealedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevealAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ObjectionDays = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AwardRounds_AwardVersions_AwardVersionId",
                        column: x => x.AwardVersionId,
                        principalTable: "AwardVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AwardRounds_Rounds_PreviousRoundId",
                        column: x => x.PreviousRoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AwardRounds_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AwardDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AwardRoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Ranking = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Candidates = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    SealedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SealedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AwardDecisions_AwardRounds_AwardRoundId",
                        column: x => x.AwardRoundId,
                        principalTable: "AwardRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AwardDepartures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AwardRoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Category = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Agency = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardDepartures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AwardDepartures_AwardRounds_AwardRoundId",
                        column: x => x.AwardRoundId,
                        principalTable: "AwardRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "UX_AwardDecisions_Round_Number",
                table: "AwardDecisions",
                columns: new[] { "AwardRoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AwardDepartures_Round_Category",
                table: "AwardDepartures",
                columns: new[] { "AwardRoundId", "Category" });

            migrationBuilder.CreateIndex(
                name: "IX_AwardRounds_AwardVersionId",
                table: "AwardRounds",
                column: "AwardVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardRounds_PreviousRoundId",
                table: "AwardRounds",
                column: "PreviousRoundId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardRounds_RoundId",
                table: "AwardRounds",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "UX_AwardRounds_Code",
                table: "AwardRounds",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AwardDecisions");

            migrationBuilder.DropTable(
                name: "AwardDepartures");

            migrationBuilder.DropTable(
                name: "AwardRounds");
        }
    }
}
