using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Faults;

/// <summary>An agency that answers 47 indicators on a server in a process of its own; the test may take that process away.</summary>
internal sealed class AnsweringScene : IAsyncDisposable
{
    public const string Round = "/rounds/2021/agencies/kemenko-perekonomian/";

    private readonly TestApp app = new(DatabaseProvider.Sqlite);

    public TestSpace Space { get; private set; } = null!;
    public Person Respondent { get; private set; } = null!;
    public WebProcess Server { get; private set; } = null!;
    public string Files => Path.Combine(app.Folder, "evidence", Space.Space.Id);

    public static async Task<AnsweringScene> OpenAsync(WebProcessOptions? options = null)
    {
        var scene = new AnsweringScene();
        scene.Space = await scene.app.CreateSpaceAsync();
        await scene.Space.OpenRoundAsync();
        scene.Respondent = await scene.Space.CreatePersonAsync(Roles.Respondent, await scene.Space.AgencyIdAsync("kemenko-perekonomian"), "Siti Rahma");
        scene.StartServer(options);
        return scene;
    }

    public void StartServer(WebProcessOptions? options = null) => Server = WebProcess.Start(app.Settings, options);

    /// <summary>No process holds the database open after this: the next one has to recover it from what is on disk.</summary>
    public async Task KillServerAsync()
    {
        SqliteConnection.ClearAllPools();
        await Server.KillAsync();
    }

    public async Task<TestBrowser> SignInAsync()
    {
        var browser = new TestBrowser(await Server.ListeningAsync(), Space.Path);
        await browser.SignInAsync(Respondent);
        return browser;
    }

    public Task<Dictionary<string, Answer>> AnswersAsync() => Space.ReadAsync(db => db.Answers.AsNoTracking().ToDictionaryAsync(a => a.Indicator));

    /// <summary>How often each answer was saved, by the audit trail.</summary>
    public Task<Dictionary<string, int>> SavesInAuditAsync() => Space.ReadAsync(db => db.AuditEvents
        .Where(e => e.Type == nameof(AnswerSaved))
        .GroupBy(e => e.Subject)
        .Select(g => new { g.Key, Count = g.Count() })
        .ToDictionaryAsync(g => g.Key[(g.Key.LastIndexOf('/') + 1)..], g => g.Count));

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        await app.DisposeAsync();
    }
}
