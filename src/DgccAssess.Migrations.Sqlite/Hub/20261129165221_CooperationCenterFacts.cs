using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DgccAssess.Migrations.Sqlite.Hub
{
    /// <inheritdoc />
    public partial class CooperationCenterFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Host",
                table: "CooperationCenters",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "SavedAt",
                table: "CooperationCenters",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "SavedByName",
                table: "CooperationCenters",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "CooperationCenters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Host",
                table: "CooperationCenters");

            migrationBuilder.DropColumn(
                name: "SavedAt",
                table: "CooperationCenters");

            migrationBuilder.DropColumn(
                name: "SavedByName",
                table: "CooperationCenters");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "CooperationCenters");
        }
    }
}
