using System.Net;
using System.Text;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Awards;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Evidence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Hostile;

/// <summary>A tenant with two agencies in one round and people of each, and another tenant with a round, agency, role, account, program and file of its own.</summary>
internal sealed class ForeignScene : IDisposable
{
    public const string Round = "2021";
    public const string Mine = "kemenko-perekonomian";
    public const string Theirs = "bappenas";
    public const string ForeignRound = "f2030";
    public const string ForeignAgency = "far-ministry";
    public const string AwardRound = "near-awards";
    public const string ForeignAwardRound = "far-awards";
    public const string ForeignRole = "far-keeper";

    /// <summary>Of the shared core, with a text on one's own agency.</summary>
    public const string Question = "C1";

    private readonly List<Member> members = [];

    public required TestSpace Space { get; init; }
    public required TestSpace Foreign { get; init; }
    public required TestDiagnosis Own { get; init; }
    public required TestDiagnosis Neighbour { get; init; }
    public required TestDiagnosis Far { get; init; }
    public Guid Evidence { get; private set; }
    public Guid Panel { get; private set; }
    public Guid FarPanel { get; private set; }
    public Guid Proof { get; private set; }
    public Guid NeighbourEvidence { get; private set; }
    public Guid FarEvidence { get; private set; }
    public Guid Action { get; private set; }
    public Guid NeighbourAction { get; private set; }
    public Guid FarAction { get; private set; }
    public Guid DataCheck { get; private set; }
    public Guid FarDataCheck { get; private set; }
    public Guid Batch { get; private set; }
    public Guid FarBatch { get; private set; }
    public TestClient Client { get; private set; } = null!;
    public TestClient FarClient { get; private set; } = null!;
    public string FarInstrumentHash { get; private set; } = "";
    public string InstrumentHash { get; private set; } = "";

    /// <summary>Somebody signed in, with what their posts need.</summary>
    public sealed record Member(string Role, Person Person, TestBrowser Browser, string Antiforgery);

    public IReadOnlyList<Member> Members => members;

    public Member As(string role) => members.Single(m => m.Role == role);

    public static async Task<ForeignScene> OpenAsync(TestApp app)
    {
        var (space, foreign) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        await space.OpenRoundAsync(Round, "spbe-2020", Mine, Theirs);
        await foreign.OpenRoundAsync(ForeignRound, "pemdi-2026", ForeignAgency);
        var scene = new ForeignScene
        {
            Space = space, Foreign = foreign,
            Own = await DiagnosisAsync(space, Round, Mine, "spbe-2020"),
            Neighbour = await DiagnosisAsync(space, Round, Theirs, "spbe-2020"),
            Far = await DiagnosisAsync(foreign, ForeignRound, ForeignAgency, "pemdi-2026"),
        };
        scene.Evidence = await scene.Own.AddEvidenceAsync("I1", "own.pdf", SampleFiles.Pdf);
        scene.NeighbourEvidence = await scene.Neighbour.AddEvidenceAsync("I1", "neighbour.pdf", SampleFiles.Pdf);
        scene.FarEvidence = await scene.Far.AddEvidenceAsync(scene.Far.Indicators[0].Code, "far.pdf", SampleFiles.Pdf);
        (scene.Action, scene.NeighbourAction) = (await scene.Own.PlanAsync("I1", "Ours"), await scene.Neighbour.PlanAsync("I1", "Theirs"));
        (scene.DataCheck, scene.FarDataCheck) = (await scene.Own.Space.AddDataCheckAsync(), await scene.Far.Space.AddDataCheckAsync());
        scene.FarAction = await scene.Far.PlanAsync(scene.Far.Indicators[0].Code, "Far");
        (scene.Batch, scene.FarBatch) = (await PrintAsync(space), await PrintAsync(foreign));
        (scene.Client, scene.FarClient) = (await space.CreateClientAsync(), await foreign.CreateClientAsync());
        scene.InstrumentHash = await space.ReadAsync(db => db.InstrumentVersions.Select(v => v.Hash).SingleAsync());
        scene.FarInstrumentHash = await foreign.ReadAsync(db => db.InstrumentVersions.Select(v => v.Hash).SingleAsync());
        await space.DeclareAwardsAsync("indonesia");
        await foreign.DeclareAwardsAsync("serbia");
        await space.OpenAwardRoundAsync(AwardRound, "digital-government-2024", Round);
        await OpenForeignAwardRoundAsync(foreign);
        var juror = await space.CreatePersonAsync(Roles.Juror);
        await scene.JudgeAsync(juror);
        await ProposeAsync(space);
        await AddRoleAsync(space, "near-keeper");
        await AddRoleAsync(foreign, ForeignRole);
        foreach (var person in new[] { scene.Own.Respondent, scene.Own.Coordinator, scene.Own.Assessor, scene.Own.Organizer }) await scene.SignInAsync(person);
        await scene.SignInAsync(juror);
        foreach (var role in new[] { Roles.Administrator, Roles.Auditor, Roles.Reader }) await scene.SignInAsync(await space.CreatePersonAsync(role));
        return scene;
    }

    /// <summary>Rows of every table of both tenants: nothing was written where these are the same.</summary>
    public async Task<string> RowsAsync() => await RowsOfAsync(Space) + await RowsOfAsync(Foreign);

    public async Task<HttpResponseMessage> SendAsync(Member member, HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (address.Contains("/api/", StringComparison.Ordinal)) request.Headers.Add("Accept", "application/json");
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("X-CSRF-Token", member.Antiforgery);
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        }

        return await member.Browser.Client.SendAsync(request);
    }

    public void Dispose() => members.ForEach(m => m.Browser.Dispose());

    private static async Task<TestDiagnosis> DiagnosisAsync(TestSpace space, string round, string agency, string instrument)
    {
        var id = await space.AgencyIdAsync(agency);
        var diagnosis = new TestDiagnosis
        {
            Space = space, Round = round, Agency = agency, Instrument = instrument,
            Respondent = await space.CreatePersonAsync(Roles.Respondent, id), Colleague = await space.CreatePersonAsync(Roles.Respondent, id),
            Coordinator = await space.CreatePersonAsync(Roles.Coordinator, id), Assessor = await space.CreatePersonAsync(Roles.Assessor), Organizer = await space.CreatePersonAsync(Roles.Organizer),
        };
        await diagnosis.AssignAssessorAsync();
        return diagnosis;
    }

    /// <summary>One's own award round is with its jury: a panel sits, one's own nomination has a link; the other tenant has a panel too.</summary>
    private async Task JudgeAsync(Person juror)
    {
        (Panel, Proof) = await Space.RunAsync(async services =>
        {
            var (db, clock) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>());
            var round = await db.AwardRounds.SingleAsync();
            var rules = AwardVersion.Parse((await db.AwardVersions.SingleAsync(a => a.Id == round.AwardVersionId)).Document!);
            var judged = rules with { Award = rules.Award with { Code = "near-jury", Jury = new Jury([new("novelty", 1)], 0, 100, 1) } };
            var version = new AwardVersion { Id = clock.NewId(), Code = "near-jury", Number = 1, Hash = "", Document = Encoding.UTF8.GetString(judged.ToCanonicalJson()), DeclaredAt = clock.UtcNow };
            var panel = JuryPanel.Create(clock.NewId(), round.Id, "Panel", []);
            var nomination = Nomination.Create(clock.NewId(), round.Id, Own.Coordinator.AgencyId!.Value, "Statement.", "Somebody", clock.UtcNow);
            var proof = NominationProof.File(clock.NewId(), nomination.Id, "own.pdf", "application/pdf", SampleFiles.Pdf.Length, await db.Evidence.Where(e => e.Id == Evidence).Select(e => e.Sha256!).SingleAsync(), "Somebody", clock.UtcNow);
            db.AddRange(version, panel, nomination, proof, new JuryMember { AwardRoundId = round.Id, JurorId = juror.Id, PanelId = panel.Id });
            services.GetRequiredService<Core.Audit.AuditTrail>().Record(new PanelSet(round.Code, "Panel", [juror.Id]));
            await db.SaveChangesAsync();
            await db.AwardRounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.HasJury, true).SetProperty(r => r.AwardVersionId, version.Id).SetProperty(r => r.Stage, Core.Features.Awards.Rounds.AwardStage.Jury));
            return (panel.Id, proof.Id);
        });
        FarPanel = await Foreign.RunAsync(async services =>
        {
            var (db, clock) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>());
            var panel = JuryPanel.Create(clock.NewId(), await db.AwardRounds.Select(r => r.Id).SingleAsync(), "Far panel", []);
            db.JuryPanels.Add(panel);
            services.GetRequiredService<Core.Audit.AuditTrail>().Record(new PanelSet(ForeignAwardRound, "Far panel", []));
            await db.SaveChangesAsync();
            return panel.Id;
        });
    }

    /// <summary>Printed papers of a round, none in it.</summary>
    private static Task<Guid> PrintAsync(TestSpace space) => space.RunAsync(async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var round = await db.Rounds.SingleAsync();
        var batch = PrintBatch.Order(TimeProvider.System.NewId(), round.Id, "en", ReportVariant.Accessible, null, 0, "Lestari Putri", TimeProvider.System.UtcNow);
        batch.Finish(TimeProvider.System.UtcNow);
        db.PrintBatches.Add(batch);
        services.GetRequiredService<AuditTrail>().Record(new PapersPrinted(round.Code, batch.Id, 0, 0));
        await db.SaveChangesAsync();
        return batch.Id;
    });

    // Its declared award is of another instrument than its round: rules for use, which are not what is tried here.
    private static Task OpenForeignAwardRoundAsync(TestSpace foreign) => foreign.RunAsync(async services =>
    {
        var (db, clock) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>());
        var version = await db.AwardVersions.Select(a => a.Id).FirstAsync();
        var round = clock.NewId();
        db.AwardRounds.Add(Core.Features.Awards.Rounds.AwardRound.Create(round, ForeignAwardRound, await db.Rounds.Select(r => r.Id).FirstAsync(), null, version, hasJury: false, clock.UtcNow));
        db.AwardDepartures.Add(Core.Features.Awards.Rounds.AwardDeparture.Create(clock.NewId(), round, new Scoring.Awards.Departure("c", ForeignAgency, Scoring.Awards.DepartureKind.Award, null), "Reason.", "Somebody", clock.UtcNow));
        services.GetRequiredService<Core.Audit.AuditTrail>().Record(new Core.Features.Awards.Rounds.AwardRoundOpened(ForeignAwardRound, "far", 1, ForeignRound));
        await db.SaveChangesAsync();
    });

    // No result is published here: the text is there whatever the rules say of when it may be proposed.
    private static Task ProposeAsync(TestSpace space) => space.RunAsync(async services =>
    {
        var (db, clock) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>());
        var assessment = await db.Assessments.Where(a => db.Agencies.Any(agency => agency.Id == a.AgencyId && agency.Code == Mine)).Select(a => a.Id).SingleAsync();
        var practice = Practice.Create(clock.NewId(), assessment, Question, LocalizedText.Of(("en", TestSpace.SomePractice)), "Somebody", clock.UtcNow);
        db.Practices.Add(practice);
        services.GetRequiredService<AuditTrail>().Record(new PracticeProposed($"rounds/{Round}/agencies/{Mine}", Question, practice.Sha256));
        await db.SaveChangesAsync();
    });

    private static Task AddRoleAsync(TestSpace space, string name) => space.RunAsync(async services =>
        Assert.True((await services.GetRequiredService<ManageRoles>().CreateAsync(new CreateRoleCommand(name, "Keeper", [Permissions.ResultsRead]))).Succeeded));

    private async Task SignInAsync(Person person)
    {
        var browser = await Space.AsAsync(person);
        members.Add(new Member(person.Role, person, browser, (await browser.GetAsync("/sign-out")).Value("__RequestVerificationToken")!));
    }

    private static Task<string> RowsOfAsync(TestSpace space) => space.ReadAsync(async db =>
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var counts = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // Names of tables come from the model.
            var count = await db.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS {sql.DelimitIdentifier("Value")} FROM {sql.DelimitIdentifier(table)}").SingleAsync();
#pragma warning restore EF1002
            counts.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{space.Space.Id} {table} {count}");
        }

        return counts.ToString();
    });
}
