using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DgccAssess.Migrations.SqlServer.Tenant
{
    /// <inheritdoc />
    public partial class PaperTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "TemplateId",
                table: "PrintBatches",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TemplateId",
                table: "IssuedPapers",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PaperTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    LogoType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Logo = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    LogoSha256 = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperTemplates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PrintBatches_Template",
                table: "PrintBatches",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedPapers_Template",
                table: "IssuedPapers",
                column: "TemplateId");

            migrationBuilder.AddForeignKey(
                name: "FK_IssuedPapers_PaperTemplates_TemplateId",
                table: "IssuedPapers",
                column: "TemplateId",
                principalTable: "PaperTemplates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PrintBatches_PaperTemplates_TemplateId",
                table: "PrintBatches",
                column: "TemplateId",
                principalTable: "PaperTemplates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_IssuedPapers_PaperTemplates_TemplateId",
                table: "IssuedPapers");

            migrationBuilder.DropForeignKey(
                name: "FK_PrintBatches_PaperTemplates_TemplateId",
                table: "PrintBatches");

            migrationBuilder.DropTable(
                name: "PaperTemplates");

            migrationBuilder.DropIndex(
                name: "IX_PrintBatches_Template",
                table: "PrintBatches");

            migrationBuilder.DropIndex(
                name: "IX_IssuedPapers_Template",
                table: "IssuedPapers");

            migrationBuilder.DropColumn(
                name: "TemplateId",
                table: "PrintBatches");

            migrationBuilder.DropColumn(
                name: "TemplateId",
                table: "IssuedPapers");
        }
    }
}
