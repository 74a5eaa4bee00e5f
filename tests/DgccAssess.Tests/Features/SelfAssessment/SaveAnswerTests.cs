using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class SaveAnswerTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Post_WithEveryField_IsStoredAndShownAgain(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var saved = await browser.SaveAsync(
            await browser.OpenAsync("I1"),
            ("Input.Criteria", "I1.1.a"), ("Input.Criteria", "I1.2.a"), ("Input.Criteria", "I1.2.b"),
            ("Input.Facts[0].Document", "Permenko 5/2021"), ("Input.Facts[0].Number", "5"), ("Input.Facts[0].Article", "3"), ("Input.Facts[0].Page", "12"),
            ("Input.Analysis", "The policy is in force.\r\nIt covers one domain."), ("Input.Level", "2"));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.EndsWith("/I1", saved.Path, StringComparison.Ordinal);
        Assert.Contains("by Siti Rahma", saved.TextOf("#save-state"), StringComparison.Ordinal);
        Assert.Equal("The policy is in force.\nIt covers one domain.", saved.Document.QuerySelector("#Input_Analysis")!.TextContent);
        var answer = await agency.AnswerAsync("I1");
        Assert.Equal(["I1.1.a", "I1.2.a", "I1.2.b"], answer.Criteria);
        Assert.Equal([new Fact("Permenko 5/2021", "5", "3", "12")], answer.Facts);
        Assert.Equal((2m, AnswerStatus.InProgress, 2), (answer.Level, answer.Status, answer.Version));
        var audit = Assert.Single(await agency.AuditAsync("AnswerSaved"));
        Assert.Contains("rounds/2021/agencies/kemenko-perekonomian/I1 Siti Rahma", audit, StringComparison.Ordinal);
        Assert.Contains("\"oldLevel\":null,\"newLevel\":2", audit, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Autosave_AnswersWithVersionTimeAndSupportedLevel(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");

        var saved = await browser.AutosaveAsync(page, ("Input.Criteria", "I1.1.a"), ("Input.Criteria", "I1.2.a"));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal("2", saved.Value("Input.Version"));
        Assert.Matches(@"^\d\d:\d\d$", saved.Document.QuerySelector("#save-state")!.GetAttribute("data-saved"));
        Assert.Contains("support level 1", saved.TextOf("#supported-level"), StringComparison.Ordinal);
        Assert.Contains("Missing for level 2", saved.TextOf("#supported-level"), StringComparison.Ordinal);
        Assert.Contains("at least one architecture domain", saved.TextOf("#supported-level"), StringComparison.Ordinal);
        Assert.Null(saved.Document.QuerySelector("textarea, form, h1"));
    }

    [Theory, Databases]
    public async Task Autosave_FieldByField_KeepsEveryFieldSavedBefore(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");

        var first = await browser.AutosaveAsync(page, ("Input.Analysis", "First"));
        var second = await browser.AutosaveAsync(page, ("Input.Version", first.Value("Input.Version")), ("Input.Analysis", "First"), ("Input.Level", "1"));

        Assert.Equal(HttpStatusCode.OK, second.Status);
        var answer = await agency.AnswerAsync("I1");
        Assert.Equal(("First", 1m, 3), (answer.Analysis, answer.Level, answer.Version));
    }

    [Theory, Databases]
    public async Task Post_TheSameAgain_ChangesNothing(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");
        await browser.AutosaveAsync(page, ("Input.Analysis", "Once"));

        var repeated = await browser.AutosaveAsync(page, ("Input.Analysis", "Once"));

        Assert.Equal((HttpStatusCode.OK, "2"), (repeated.Status, repeated.Value("Input.Version")));
        Assert.Equal(2, (await agency.AnswerAsync("I1")).Version);
        Assert.Single(await agency.AuditAsync("AnswerSaved"));
    }

    [Theory, Databases]
    public async Task Post_WithoutVersion_IsRefusedAndStoresNothing(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");

        var plain = await browser.SaveAsync(page, ("Input.Version", null), ("Input.Analysis", "Kept on the page"));
        var partial = await browser.AutosaveAsync(page, ("Input.Version", null), ("Input.Analysis", "x"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (plain.Status, partial.Status));
        Assert.Contains("Reload it", plain.Summary(), StringComparison.Ordinal);
        Assert.Contains("Reload it", partial.Summary(), StringComparison.Ordinal);
        Assert.Equal("Kept on the page", plain.TextOf("#Input_Analysis"));
        Assert.Equal(1, (await agency.AnswerAsync("I1")).Version);
    }

    [Theory, Databases]
    public async Task Post_WithoutAntiforgeryToken_IsRefused(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var forged = await browser.SaveAsync(await browser.OpenAsync("I1"), ("__RequestVerificationToken", null), ("Input.Analysis", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(1, (await agency.AnswerAsync("I1")).Version);
    }

    [Theory, Databases]
    public async Task Post_Ready_MarksItAndGoesToTheNextIndicator(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var next = await browser.SubmitAsync(await browser.OpenAsync("I1"), Agency.Form, ("then", "ready"), ("Input.Level", "1"));

        Assert.EndsWith("/I2", next.Path, StringComparison.Ordinal);
        Assert.Equal((AnswerStatus.Ready, 2), ((await agency.AnswerAsync("I1")).Status, (await agency.AnswerAsync("I1")).Version));
        Assert.Single(await agency.AuditAsync("AnswerMarkedReady"));
        Assert.Single(await agency.AuditAsync("AnswerSaved"));
    }

    [Theory, Databases]
    public async Task Post_ReadyThenChanged_IsInProgressAgain(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        await browser.SubmitAsync(await browser.OpenAsync("I1"), Agency.Form, ("then", "ready"), ("Input.Level", "1"));

        await browser.SaveAsync(await browser.OpenAsync("I1"), ("Input.Analysis", "One more thing"));

        Assert.Equal(AnswerStatus.InProgress, (await agency.AnswerAsync("I1")).Status);
    }

    [Theory, Databases]
    public async Task Get_BeforeAnyAnswer_TicksOnlyTheStartingLevelThatNeedsNoProof(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var process = await browser.OpenAsync("I1");
        var service = await browser.OpenAsync("I32");

        Assert.Equal(["I1.1.a"], process.Document.QuerySelectorAll("[name='Input.Criteria'][checked]").Select(c => c.GetAttribute("value")));
        Assert.Empty(service.Document.QuerySelectorAll("[name='Input.Criteria'][checked]"));
    }

    [Theory, Databases]
    public async Task Post_AddAndRemoveFacts_WorksWithoutScript(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");
        Assert.Single(page.Document.QuerySelectorAll(".fact"));

        var two = await browser.SubmitAsync(page, Agency.Form, ("then", "add-fact"), ("Input.Facts[0].Document", "First"));
        var three = await browser.SubmitAsync(two, Agency.Form, ("then", "add-fact"), ("Input.Facts[1].Document", "Second"));
        var removed = await browser.SubmitAsync(three, Agency.Form, ("then", "remove-fact-0"));

        Assert.Equal((2, 3), (two.Document.QuerySelectorAll(".fact").Length, three.Document.QuerySelectorAll(".fact").Length));
        Assert.Equal("Second", removed.Value("Input.Facts[0].Document"));
        Assert.Equal([new Fact("Second", "", "", "")], (await agency.AnswerAsync("I1")).Facts);
    }

    [Theory, Databases]
    public async Task Post_AScaleWithDecimals_TakesPointAndComma(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider, "pemdi-2026");
        using var browser = await agency.Space.AsAsync(agency.Siti);

        await browser.SaveAsync(await browser.OpenAsync("I1"), ("Input.Level", "2.5"));
        await browser.SaveAsync(await browser.OpenAsync("I2"), ("Input.Level", "1,26"));

        Assert.Equal((2.5m, 1.26m), ((await agency.AnswerAsync("I1")).Level, (await agency.AnswerAsync("I2")).Level));
        Assert.Equal("2.5", (await browser.OpenAsync("I1")).Value("Input.Level"));
    }
}
