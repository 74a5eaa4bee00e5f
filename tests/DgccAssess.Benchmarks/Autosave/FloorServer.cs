using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace DgccAssess.Benchmarks.Autosave;

/// <summary>
/// What saving costs at least: a bare endpoint that reads the same form and commits the same two rows with raw ADO.NET on the same
/// SQLite settings. No account, no session, no antiforgery, no check of the content, no view. Writers take turns, as that is faster
/// than letting SQLite make them wait.
/// </summary>
internal static class FloorServer
{
    public const string Command = "floor";
    public const string DatabaseKey = "Floor:Database";
    public const string AssessmentKey = "Floor:Assessment";

    private const string Save = """
        UPDATE "Answers" SET "Criteria" = @criteria, "Level" = @level, "Facts" = @facts, "Analysis" = @analysis, "Status" = 'InProgress',
            "SavedById" = @by, "SavedByName" = 'Floor', "SavedAt" = @at, "Version" = @version + 1
        WHERE "AssessmentId" = @assessment AND "Indicator" = @indicator AND "Version" = @version
        """;

    private const string Audit = """
        INSERT INTO "AuditEvents" ("Id", "At", "ActorId", "ActorName", "Type", "Subject", "Details")
        VALUES (@id, @at, @by, 'Floor', 'AnswerSaved', @subject, @details)
        """;

    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Guid By = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    public static Task RunAsync()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        var connection = new SqliteConnectionStringBuilder { DataSource = app.Configuration[DatabaseKey]! }.ConnectionString;
        var assessment = Guid.Parse(app.Configuration[AssessmentKey]!);
        app.MapPost("/{indicator}", async (string indicator, HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var version = int.Parse(form["Input.Version"]!, CultureInfo.InvariantCulture);
            await Turn.WaitAsync();
            try
            {
                if (!Commit(connection, assessment, indicator, version, form)) return Results.Conflict();
            }
            finally
            {
                Turn.Release();
            }

            return Results.Text($"<input type=\"hidden\" id=\"version\" name=\"Input.Version\" value=\"{version + 1}\">", "text/html");
        });
        return app.RunAsync();
    }

    private static bool Commit(string connectionString, Guid assessment, string indicator, int version, IFormCollection form)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, null, "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;");
        using var transaction = connection.BeginTransaction();
        var now = TimeProvider.System.GetUtcNow();
        var level = form["Input.Level"].ToString();
        var saved = Execute(
            connection, transaction, Save,
            ("@criteria", JsonSerializer.Serialize<string?[]>(form["Input.Criteria"].ToArray())), ("@level", level.Length == 0 ? DBNull.Value : level), ("@facts", "[]"),
            ("@analysis", form["Input.Analysis"].ToString()), ("@by", By), ("@at", now.UtcDateTime), ("@version", version),
            ("@assessment", assessment), ("@indicator", indicator));
        if (saved != 1) return false;

        Execute(
            connection, transaction, Audit,
            ("@id", Guid.CreateVersion7(now)), ("@at", now.UtcDateTime), ("@by", By),
            ("@subject", $"rounds/2021/agencies/kemenko-perekonomian/{indicator}"), ("@details", """{"oldLevel":null,"newLevel":null}"""));
        transaction.Commit();
        return true;
    }

    private static int Execute(SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command.ExecuteNonQuery();
    }
}
