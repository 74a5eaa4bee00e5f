using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DgccAssess.Migrations.PostgreSql.Tenant
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TemplateId",
                table: "IssuedPapers",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PaperTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: true),
                    LogoType = table.Column<string>(type: "text", nullable: true),
                    Logo = table.Column<byte[]>(type: "bytea", nullable: true),
                    LogoSha256 = table.Column<string>(type: "text", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SavedByName = table.Column<string>(type: "text", nullable: false)
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
