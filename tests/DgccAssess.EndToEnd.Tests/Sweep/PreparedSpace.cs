using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.EndToEnd.Tests.Sweep;

/// <summary>A space with one agency in a round of every state, and everybody signed in once: what the pages of the product need to show something.</summary>
public sealed class PreparedSpace
{
    private static readonly ConditionalWeakTable<Product, Lazy<Task<PreparedSpace>>> Made = [];

    /// <summary>A partner that publishes from elsewhere.</summary>
    public const string OwnInstallation = "georgia";

    private readonly Product product;
    private readonly ConcurrentDictionary<Person, Lazy<Task<string>>> signedIn = new();

    public TestSpace Space { get; private set; } = null!;
    public TestSpace Hub { get; private set; } = null!;

    /// <summary>Its people sign in at the other space alone.</summary>
    public TestSpace Federated { get; private set; } = null!;

    /// <summary>Somebody of the hub.</summary>
    public Person Operator { get; private set; } = null!;

    /// <summary>Korean programme staff, in the hub.</summary>
    public Person Programme { get; private set; } = null!;

    /// <summary>Code of a cooperation center and of its project.</summary>
    public string Center { get; private set; } = "";

    public Guid BudgetLine { get; private set; }

    /// <summary>In the pipeline of the hub.</summary>
    public Guid PlannedRound { get; private set; }

    /// <summary>Numbers of sharing agreements: one signed, one not.</summary>
    public int Agreement { get; private set; }

    public int DraftedAgreement { get; private set; }

    /// <summary>Two governments that share a round in the terms of the shared core.</summary>
    public IReadOnlyList<TestSpace> Neighbours { get; private set; } = [];

    /// <summary>Some answers are there, one is returned, one has evidence.</summary>
    public TestDiagnosis Answering { get; private set; } = null!;

    /// <summary>All answers are ready to be signed.</summary>
    public TestDiagnosis Ready { get; private set; } = null!;

    public TestDiagnosis Submitted { get; private set; } = null!;
    public TestDiagnosis UnderReview { get; private set; } = null!;
    public TestDiagnosis Reviewed { get; private set; } = null!;
    public TestDiagnosis Consolidated { get; private set; } = null!;
    public TestDiagnosis Published { get; private set; } = null!;

    /// <summary>Account of somebody who has yet to accept.</summary>
    public Guid Invited { get; private set; }

    public Person Auditor { get; private set; } = null!;

    /// <summary>A program that acts for people.</summary>
    public TestClient Program { get; private set; } = null!;

    /// <summary>Somebody with an authenticator app.</summary>
    public SecuredPerson Secured { get; private set; } = null!;

    public Person Juror { get; private set; } = null!;
    public Guid Panel { get; private set; }
    /// <summary>Number of the report of the published result.</summary>
    public string Paper { get; private set; } = "";

    /// <summary>In the plan of the agency.</summary>
    public Guid PlannedAction { get; private set; }

    /// <summary>A figure the government doubts.</summary>
    public Guid DataCheck { get; private set; }

    /// <summary>On I1 of the answering round.</summary>
    public Guid Evidence { get; private set; }

    private PreparedSpace(Product product) => this.product = product;

    /// <summary>Prepared by whoever asks first; the others wait for it.</summary>
    public static Task<PreparedSpace> OfAsync(Product product) => Made.GetValue(product, p => new(async () =>
    {
        var prepared = new PreparedSpace(p);
        await prepared.PrepareAsync();
        return prepared;
    })).Value;

    private async Task PrepareAsync()
    {
        Space = await product.App.CreateSpaceAsync(id => new SpaceSettings
        {
            Names = LocalizedText.Of(("en", $"Republic of Testland {id}"), ("ar", $"جمهورية الاختبار {id}")),
            Languages = ["en", "ar"],
            TimeZone = "Africa/Tunis",
            Country = "TN",
            SupportContact = "support@testland.example.org",
            MfaRoles = [],
            Band = "#8a5a00",
            Texts = [SpaceTexts.SignInNotice, SpaceTexts.Privacy],
            AgencyGroups = Nation.Groups,
            Regions = Nation.Regions,
        });
        await Space.WriteTextsAsync(new Dictionary<string, LocalizedText>
        {
            [SpaceTexts.SignInNotice] = LocalizedText.Of(("en", "For **officials** only."), ("ar", "للموظفين فقط.")),
            [SpaceTexts.Privacy] = LocalizedText.Of(("en", "## What is kept\n\n- your name\n- your answers\n\nAsk [the ministry](https://example.org).")),
        });
        Federated = await (await product.App.CreateSpaceAsync()).FederateAsync(Space, product.Address, settings => settings with { LocalSignIn = false });
        Hub = await product.App.HubAsync();
        Operator = await Hub.CreatePersonAsync(Roles.Operator);
        Programme = await Hub.CreatePersonAsync(Roles.Programme);
        (Center, BudgetLine, PlannedRound) = await Hub.FillRegisterAsync();
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            await Hub.RegisterInstallationAsync(OwnInstallation, "GE", "Georgia", Convert.ToHexStringLower(key.ExportSubjectPublicKeyInfo()));
        Secured = await Space.CreateSecuredPersonAsync(Roles.Reader);
        Answering = await Space.OpenDiagnosisAsync(AgencyToAssess.Kemenko, "2026", "dgcc-2026");
        Evidence = await Answering.AddEvidenceAsync("I1", Papers.Regulation.Name, Papers.Regulation.Buffer);
        await Answering.AnswerAsync(Answering.LevelsOf(6), ready: false);
        await Answering.ReturnAsync("I2", "Name the article, please.");

        Invited = await Space.RunAsync(async services => (await services.GetRequiredService<InviteAccount>().HandleAsync(
            new("amel.trabelsi@ministry.example", "Amel Trabelsi", [Roles.Organizer], null, "ar", null))).Value);
        Program = await Space.CreateClientAsync(ApiClientKind.Web, redirects: "https://portal.example/back");
        Auditor = await Space.CreatePersonAsync(Roles.Administrator, name: "Farah Ben Salem");

        Ready = await Space.OpenFurtherRoundAsync(Answering, "2025");
        await Ready.AnswerAsync(Ready.LevelsOf());
        Submitted = await FurtherAsync("2024");
        UnderReview = await FurtherAsync("2023", d => d.ReviewAsync(d.LevelsOf(5)));
        Reviewed = await FurtherAsync("2022", ReviewAsync);
        Consolidated = await FurtherAsync("2021", ReviewAsync, d => d.ConsolidateAsync(d.LevelsOf()));
        Published = await FurtherAsync("2020", ReviewAsync, d => d.ConsolidateAsync(d.LevelsOf()), d => d.PublishAsync());
        await Space.PublishNationalAsync("2020");
        Paper = await Space.RunAsync(async services =>
        {
            var db = services.GetRequiredService<TenantDbContext>();
            var source = await (from snapshot in db.Snapshots
                                join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
                                join round in db.Rounds on assessment.RoundId equals round.Id
                                where snapshot.Milestone == Milestone.Published && round.Code == "2020"
                                select snapshot.Hash).FirstAsync();
            return (await services.GetRequiredService<IssuePaper>().HandleAsync(new(PaperKind.AgencyReport, "rounds/2020", source))).Number;
        });
        PlannedAction = await Published.PlanAsync("I11", "Write the architecture down");
        DataCheck = await Space.AddDataCheckAsync(TestSpace.SomeDataCheck with { Status = DataCheckStatus.LetterSent, LetterOn = new DateOnly(2026, 3, 2), LetterNumber = "01-11/7" });
        await Space.AddDataCheckAsync(TestSpace.SomeDataCheck with { SubIndicator = "mean-schooling", Least = null, Most = null });
        await Nation.PublishAsync(Space);
        await Space.AnswerObjectionAsync(Nation.Round, Nation.Agency, await Space.ObjectAsync(Nation.Round, Nation.Agency), isUpheld: true, "The article was overlooked.");
        await Space.ObjectAsync(Nation.Round, Nation.Agency, "The roadmap of 2024 replaces the one that was read.", new("I1", 4), new("I12", 5));
        await OpenAwardRoundsAsync();
        Agreement = await Space.AgreeAsync(Nation.Round, SharingLevel.Areas);
        DraftedAgreement = await Space.DraftAgreementAsync(Nation.Round, SharingLevel.Agencies);
        await PracticesAsync();
        await Space.RunDueJobsAsync();
        await LookAtSharedAsync();
        // The second is weak in everything, and an agency of the first tells what it did.
        Neighbours = [await NeighbourAsync("dgcc-2026", [9, 8, 7, 6, 5], SharingLevel.Agencies), await NeighbourAsync("spbe-2020", [12, 9, 8, 6, 5])];
        await Neighbours[0].SharePracticeAsync("2025", "level-5-0", "C2", TestSpace.SomePractice, new TypedPractice("ar", "مكتب واحد يجيب عن كل طلب للبيانات خلال أسبوع."));
        await Neighbours[0].SharePracticeAsync("2025", "level-5-1", "C2", "Four people write the roadmap and nothing else.\nEach quarter they publish what was done and what was not.");
        await Neighbours[0].RunDueJobsAsync();
    }

    /// <summary>Lines for the ledger, by the name of somebody in the hub.</summary>
    private Task LookAtSharedAsync() => Hub.RunAsync(
        async services =>
        {
            var (shared, note) = (await services.GetRequiredService<ReadShared>().InForceAsync(Space.Space.Id, default), services.GetRequiredService<NoteAccess>());
            await note.HandleAsync(shared, AccessKind.Seen, "country", default);
            await note.HandleAsync(shared.Where(r => r.Round == Nation.Round), AccessKind.Exported, "figures.xlsx", default);
        },
        new Actor(Programme.Id, "Kim Minji", AgencyId: null, new HashSet<string> { Permissions.CountriesRead }));

    /// <summary>What agencies did: one asked, two that agreed.</summary>
    private async Task PracticesAsync()
    {
        await Space.ApproveCoreAsync("dgcc-2026");
        TypedPractice arabic = new("ar", "مكتب واحد يجيب عن كل طلب للبيانات، ويقول خلال أسبوع من يجوز له استعمال ماذا.");
        await Space.SharePracticeAsync(Nation.Round, Nation.Agency, "C2", TestSpace.SomePractice, arabic);
        await Space.SharePracticeAsync("2020", Answering.Agency, "C2", TestSpace.SomePractice, arabic);
        await Space.ProposePracticeAsync("2020", Answering.Agency, "C1", TestSpace.SomePractice, id: null, arabic);
    }

    private async Task<TestSpace> NeighbourAsync(string instrument, IReadOnlyList<int> atLevels, SharingLevel level = SharingLevel.National)
    {
        var space = await product.App.CreateSpaceAsync();
        await space.ImportInstrumentAsync(instrument);
        await space.ApproveCoreAsync(instrument);
        await space.ShareRoundAsync("2025", atLevels, instrument, level);
        return space;
    }

    /// <summary>Award rounds of the published results, one at each stage that shows something of its own.</summary>
    private async Task OpenAwardRoundsAsync()
    {
        await Space.DeclareAwardsAsync(["awards/levels-by-index", "awards/innovation-jury"]);
        foreach (var (code, stage) in new[] { ("drafted", AwardStage.Draft), ("deciding", AwardStage.Deciding), ("sealed", AwardStage.Sealed), ("revealed", AwardStage.Revealed) })
        {
            await Space.OpenAwardRoundAsync(code, "levels-by-index", "2020");
            await Space.MoveAwardRoundAsync(code, stage);
        }

        Juror = await Space.CreatePersonAsync(Roles.Juror, name: "Dr. Yasmine Trabelsi");
        foreach (var code in new[] { "nominating", "judging", "unsealed" })
        {
            await Space.OpenAwardRoundAsync(code, "innovation-jury", "2020");
            await Space.MoveAwardRoundAsync(code, AwardStage.Nominations, TimeProvider.System.UtcNow.AddDays(9));
        }

        Panel = await Space.SeatJuryAsync("judging", Answering.Agency, isUnsealed: false, Juror);
        await Space.SeatJuryAsync("unsealed", Answering.Agency, isUnsealed: true, Juror, await Space.CreatePersonAsync(Roles.Juror, name: "Prof. Karim Haddad"));
    }

    /// <summary>Cookies of the person, who signs in when first asked for.</summary>
    public Task<string> CookiesOfAsync(Person person) => signedIn.GetOrAdd(person, _ => new(() => SignInAsync(person))).Value;

    private async Task<string> SignInAsync(Person person)
    {
        await using var window = await product.Browser.NewContextAsync(new() { BaseURL = product.Address });
        window.SetDefaultTimeout(Patience.Milliseconds);
        var page = await window.NewPageAsync();
        if (person == Secured.Person) await page.SignInAsync(Space, Secured);
        else await page.SignInAsync(person == Operator || person == Programme ? Hub : Space, person);
        return await window.StorageStateAsync();
    }

    private static async Task ReviewAsync(TestDiagnosis diagnosis)
    {
        await diagnosis.ReviewAsync(diagnosis.LevelsOf());
        await diagnosis.CompleteReviewAsync();
    }

    private async Task<TestDiagnosis> FurtherAsync(string round, params Func<TestDiagnosis, Task>[] steps)
    {
        var diagnosis = await Space.OpenFurtherRoundAsync(Answering, round);
        await diagnosis.AddEvidenceAsync("I1", Papers.Regulation.Name, Papers.Regulation.Buffer);
        await diagnosis.AnswerAsync(diagnosis.LevelsOf());
        await diagnosis.SignOffAsync();
        foreach (var step in steps) await step(diagnosis);
        return diagnosis;
    }
}

internal static class SomeLevels
{
    /// <summary>Levels 1 to 5 in turn for the first indicators, or for all.</summary>
    public static Dictionary<string, int> LevelsOf(this TestDiagnosis diagnosis, int count = int.MaxValue) =>
        diagnosis.Indicators.Take(count).Select((node, i) => (node.Code, Level: (i * 2 % 5) + 1)).ToDictionary(l => l.Code, l => l.Level);
}
