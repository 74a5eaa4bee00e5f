using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DgccAssess.Migrations.SqlServer.Hub
{
    /// <inheritdoc />
    public partial class CountriesSideBySide : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CooperationCenters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Country = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Names = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    City = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Host = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Languages = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Periods = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CooperationCenters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EgdiVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UploadedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EgdiVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoundPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Country = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Milestones = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundPlans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SeedMarks",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RowId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeedMarks", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "SharingPartners",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Names = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    KeyId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LastSequence = table.Column<int>(type: "int", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharingPartners", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CooperationProjects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CenterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Names = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Starts = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Ends = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    KoreanOwner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PartnerOwner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Follows = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CooperationProjects", x => x.Id);
                    table.UniqueConstraint("AK_CooperationProjects_Code", x => x.Code);
                    table.ForeignKey(
                        name: "FK_CooperationProjects_CooperationCenters_CenterId",
                        column: x => x.CenterId,
                        principalTable: "CooperationCenters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CooperationProjects_CooperationProjects_Follows",
                        column: x => x.Follows,
                        principalTable: "CooperationProjects",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedSnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Round = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Level = table.Column<int>(type: "int", nullable: false),
                    Agreement = table.Column<int>(type: "int", nullable: true),
                    AgreementEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PayloadHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedSnapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedSnapshots_SharingPartners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "SharingPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharingReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Envelope = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    PublicKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Signature = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharingReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharingReceipts_SharingPartners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "SharingPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LinkedIndicators",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Instrument = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    BaselineYear = table.Column<int>(type: "int", nullable: true),
                    Baseline = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkedIndicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkedIndicators_CooperationProjects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "CooperationProjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectBudgets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Years = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,0)", precision: 18, scale: 0, nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectBudgets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectBudgets_CooperationProjects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "CooperationProjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectOutputs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Titles = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    On = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Level = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Url = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectOutputs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectOutputs_CooperationProjects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "CooperationProjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedAccesses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SnapshotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Round = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Level = table.Column<int>(type: "int", nullable: false),
                    Agreement = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Place = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedAccesses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedAccesses_SharedSnapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "SharedSnapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedCoreSlices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Group = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Names = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Figures = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedCoreSlices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedCoreSlices_SharedSnapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "SharedSnapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedPracticeSlices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Agency = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Names = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Texts = table.Column<string>(type: "nvarchar(max)", maxLength: 60000, nullable: false)
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
                name: "IX_CooperationCenters_Country",
                table: "CooperationCenters",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "UX_CooperationCenters_Code",
                table: "CooperationCenters",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CooperationProjects_Center",
                table: "CooperationProjects",
                column: "CenterId");

            migrationBuilder.CreateIndex(
                name: "IX_CooperationProjects_Follows",
                table: "CooperationProjects",
                column: "Follows");

            migrationBuilder.CreateIndex(
                name: "UX_EgdiVersions_Year_Number",
                table: "EgdiVersions",
                columns: new[] { "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinkedIndicators_Project",
                table: "LinkedIndicators",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectBudgets_Project",
                table: "ProjectBudgets",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectOutputs_Project",
                table: "ProjectOutputs",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "UX_RoundPlans_Country_Code",
                table: "RoundPlans",
                columns: new[] { "Country", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharedAccesses_Partner_At",
                table: "SharedAccesses",
                columns: new[] { "PartnerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedAccesses_SnapshotId",
                table: "SharedAccesses",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "UX_SharedCoreSlices_Snapshot_Group",
                table: "SharedCoreSlices",
                columns: new[] { "SnapshotId", "Group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharedPracticeSlices_Question",
                table: "SharedPracticeSlices",
                column: "Question");

            migrationBuilder.CreateIndex(
                name: "IX_SharedPracticeSlices_Snapshot",
                table: "SharedPracticeSlices",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "UX_SharedSnapshots_Partner_Round_Number",
                table: "SharedSnapshots",
                columns: new[] { "PartnerId", "Round", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharingPartners_Client",
                table: "SharingPartners",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_SharingPartners_Country",
                table: "SharingPartners",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "UX_SharingReceipts_Partner_Sequence",
                table: "SharingReceipts",
                columns: new[] { "PartnerId", "Sequence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EgdiVersions");

            migrationBuilder.DropTable(
                name: "LinkedIndicators");

            migrationBuilder.DropTable(
                name: "ProjectBudgets");

            migrationBuilder.DropTable(
                name: "ProjectOutputs");

            migrationBuilder.DropTable(
                name: "RoundPlans");

            migrationBuilder.DropTable(
                name: "SeedMarks");

            migrationBuilder.DropTable(
                name: "SharedAccesses");

            migrationBuilder.DropTable(
                name: "SharedCoreSlices");

            migrationBuilder.DropTable(
                name: "SharedPracticeSlices");

            migrationBuilder.DropTable(
                name: "SharingReceipts");

            migrationBuilder.DropTable(
                name: "CooperationProjects");

            migrationBuilder.DropTable(
                name: "SharedSnapshots");

            migrationBuilder.DropTable(
                name: "CooperationCenters");

            migrationBuilder.DropTable(
                name: "SharingPartners");
        }
    }
}
