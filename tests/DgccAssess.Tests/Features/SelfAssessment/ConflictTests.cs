using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.SelfAssessment;

/// <summary>Two people on one indicator.</summary>
public sealed class ConflictTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Post_OnAnOlderVersion_ShowsBothTextsAndStoresNothing(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var (siti, budi) = await BothOpenAsync(agency);
        await siti.Browser.SaveAsync(siti.Page, ("Input.Analysis", "Siti wrote this"), ("Input.Level", "2"));

        var conflict = await budi.Browser.SaveAsync(budi.Page, ("Input.Analysis", "Budi wrote that"), ("Input.Level", "3"), ("Input.Facts[0].Document", "Budi's document"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Siti Rahma saved this indicator", conflict.TextOf("#conflict-title"), StringComparison.Ordinal);
        Assert.Equal("Budi wrote that", conflict.TextOf("[data-conflict-for='Input.Analysis'] [data-mine]"));
        Assert.Equal("Siti wrote this", conflict.TextOf("[data-conflict-for='Input.Analysis'] [data-theirs]"));
        Assert.Equal("Level 3", conflict.TextOf("[data-conflict-for='Input.Level'] [data-mine]"));
        Assert.Equal("Level 2", conflict.TextOf("[data-conflict-for='Input.Level'] [data-theirs]"));
        Assert.Equal("Budi's document", conflict.TextOf("[data-conflict-for='Input.Facts'] [data-mine]"));
        Assert.Null(conflict.Document.QuerySelector("[data-conflict-for='Input.Criteria']"));
        Assert.Equal("Budi wrote that", conflict.TextOf("#Input_Analysis"));
        Assert.Equal("Siti wrote this", (await agency.AnswerAsync("I1")).Analysis);
        Assert.Single(await agency.AuditAsync("AnswerSaved"));
    }

    [Theory, Databases]
    public async Task Autosave_OnAnOlderVersion_AnswersWithThePanelOnly(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var (siti, budi) = await BothOpenAsync(agency);
        await siti.Browser.AutosaveAsync(siti.Page, ("Input.Analysis", "Siti wrote this"));

        var conflict = await budi.Browser.AutosaveAsync(budi.Page, ("Input.Analysis", "Budi wrote that"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("2", conflict.Document.QuerySelector("#conflict")!.GetAttribute("data-stored-version"));
        Assert.Equal("Siti wrote this", conflict.TextOf("[data-theirs]"));
        Assert.Equal("Budi wrote that", conflict.TextOf("[data-mine]"));
        Assert.Null(conflict.Document.QuerySelector("h1, textarea, #version"));
    }

    [Theory, Databases]
    public async Task Conflict_SaveMyChoice_StoresWhatTheFormHolds(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var (siti, budi) = await BothOpenAsync(agency);
        await siti.Browser.SaveAsync(siti.Page, ("Input.Analysis", "Siti wrote this"));
        var conflict = await budi.Browser.SaveAsync(budi.Page, ("Input.Analysis", "Budi wrote that"));

        var merged = await budi.Browser.SaveAsync(conflict, ("Input.Analysis", "Siti wrote this\n\nBudi wrote that"));

        Assert.Equal(HttpStatusCode.OK, merged.Status);
        var answer = await agency.AnswerAsync("I1");
        Assert.Equal(("Siti wrote this\n\nBudi wrote that", "Budi Santoso", 3), (answer.Analysis, answer.SavedByName, answer.Version));
    }

    [Theory, Databases]
    public async Task Conflict_KeepTheirs_OpensWhatIsStored(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var (siti, budi) = await BothOpenAsync(agency);
        await siti.Browser.SaveAsync(siti.Page, ("Input.Analysis", "Siti wrote this"));
        var conflict = await budi.Browser.SaveAsync(budi.Page, ("Input.Analysis", "Budi wrote that"));

        var theirs = await budi.Browser.GetAsync(conflict.Document.QuerySelector("#conflict a[data-discard-draft]")!.GetAttribute("href")!);

        Assert.Equal("Siti wrote this", theirs.TextOf("#Input_Analysis"));
        Assert.Equal("2", theirs.Value("Input.Version"));
    }

    [Theory, Databases]
    public async Task Conflict_ThirdPersonWasFasterAgain_IsAConflictAgain(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var (siti, budi) = await BothOpenAsync(agency);
        await siti.Browser.SaveAsync(siti.Page, ("Input.Analysis", "Siti, first"));
        var conflict = await budi.Browser.SaveAsync(budi.Page, ("Input.Analysis", "Budi"));
        await siti.Browser.SaveAsync(await siti.Browser.OpenAsync("I1"), ("Input.Analysis", "Siti, second"));

        var again = await budi.Browser.SaveAsync(conflict);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("Siti, second", again.TextOf("[data-theirs]"));
    }

    [Theory, Databases]
    public async Task Save_ManyAtOnceOnOneVersion_OneWinsAndTheOthersSeeIt(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var contents = Enumerable.Range(0, 6).Select(i => new AnswerContent([], null, [], $"Text {i}", null)).ToList();

        var results = await Task.WhenAll(contents.Select(c => agency.SaveAsync(agency.Siti, "I1", c, version: 1)));

        Assert.Single(results, r => r.Succeeded);
        var stored = await agency.AnswerAsync("I1");
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.Equal((ResultKind.Stale, stored.Analysis), (r.Kind, r.Value!.Content.Analysis)));
        Assert.Equal(2, stored.Version);
        Assert.Single(await agency.AuditAsync("AnswerSaved"));
    }

    [Theory, Databases]
    public async Task Save_TheSameTwiceAtOnce_IsStoredOnce(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var content = new AnswerContent([], null, [], "Same", null);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => agency.SaveAsync(agency.Siti, "I1", content, version: 1)));

        Assert.All(results, r => Assert.True(r.Succeeded));
        Assert.Equal(2, (await agency.AnswerAsync("I1")).Version);
        Assert.Single(await agency.AuditAsync("AnswerSaved"));
    }

    private sealed record Seat(TestBrowser Browser, TestPage Page);

    private static async Task<(Seat Siti, Seat Budi)> BothOpenAsync(Agency agency) => (await OpenAsync(agency, agency.Siti), await OpenAsync(agency, agency.Budi));

    private static async Task<Seat> OpenAsync(Agency agency, Person person)
    {
        var browser = await agency.Space.AsAsync(person);
        return new Seat(browser, await browser.OpenAsync("I1"));
    }
}
