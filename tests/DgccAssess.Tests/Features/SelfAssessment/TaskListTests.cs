using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class TaskListTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Get_Fresh_ShowsTheTreeWithCounts(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var page = await browser.GetAsync(Agency.Root);

        Assert.Equal("Self-assessment of Agency kemenko-perekonomian", page.Heading);
        Assert.Equal(47, page.Document.QuerySelectorAll(".task").Length);
        Assert.Equal(["D1", "D2", "D3", "D4"], page.Document.QuerySelectorAll(".tier h2 .code").Select(c => c.TextContent));
        Assert.Equal(8, page.Document.QuerySelectorAll(".tier h3").Length);
        Assert.Equal("0 of 47 ready, 0 returned", page.TextOf(".page-head .progress-line"));
        Assert.Null(page.Document.QuerySelector("#coordinator-title"));
    }

    [Theory, Databases]
    public async Task Get_WithWork_ShowsLevelHolderStatusAndWhatIsMissing(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.SaveAsync(agency.Siti, "I1", new(["I1.1.a"], 3, [], "", null), 1, ready: true);
        await agency.SaveAsync(agency.Siti, "I2", new([], 1, [], "", null), 1);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);

        var page = await browser.GetAsync(Agency.Root);

        var row = Row(page, "I1");
        Assert.Contains("Level 3", row, StringComparison.Ordinal);
        Assert.Contains("Held by nobody", row, StringComparison.Ordinal);
        Assert.Contains("Ready", row, StringComparison.Ordinal);
        Assert.Contains("above what the criteria support", row, StringComparison.Ordinal);
        Assert.Contains("without facts or evidence", row, StringComparison.Ordinal);
        Assert.Contains("Not marked as ready", Row(page, "I2"), StringComparison.Ordinal);
        Assert.Contains("No level claimed", Row(page, "I3"), StringComparison.Ordinal);
        Assert.Equal("1 of 47 ready, 0 returned", page.TextOf(".page-head .progress-line"));
        Assert.NotNull(page.Document.QuerySelector("#coordinator-title"));
    }

    [Theory, Databases]
    public async Task Get_Filtered_ShowsOnlyThoseRowsAndKeepsTheCounts(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.SaveAsync(agency.Siti, "I1", new([], 1, [], "", null), 1, ready: true);
        using var ratna = await agency.Space.AsAsync(agency.Coordinator);
        await ratna.SubmitAsync(await ratna.GetAsync(Agency.Root + "/assign"), "#assign-A2", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "true"));
        await ratna.SubmitAsync(await ratna.GetAsync(Agency.PathOf("I11") + "/return"), "#return-form", ("Input.Reason", "Incomplete"));
        using var siti = await agency.Space.AsAsync(agency.Siti);

        var mine = await siti.GetAsync(Agency.Root + "?show=mine");
        var missing = await siti.GetAsync(Agency.Root + "?show=missing");
        var returned = await siti.GetAsync(Agency.Root + "?show=returned");
        var searched = await siti.GetAsync(Agency.Root + "?q=i12");

        Assert.Equal(["I11", "I12", "I13", "I14"], Codes(mine));
        Assert.Equal(46, Codes(missing).Count);
        Assert.Equal(["I11"], Codes(returned));
        Assert.Equal(["I12"], Codes(searched));
        Assert.Equal(["47", "4", "46", "1"], returned.Document.QuerySelectorAll(".filters .num").Select(n => n.TextContent));
        Assert.Contains("mine missing returned", returned.Document.QuerySelector(".task")!.GetAttribute("data-flags"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Get_NothingFound_SaysSo(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var page = await browser.GetAsync(Agency.Root + "?show=returned");

        Assert.Empty(Codes(page));
        Assert.False(page.Document.QuerySelector("[data-filter-empty]")!.HasAttribute("hidden"));
    }

    [Theory]
    [InlineData("pemdi-2026", 20)]
    [InlineData("dgcc-2026", 47)]
    public async Task Get_OtherInstruments_ShowTheirOwnTree(string instrument, int indicators)
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite, instrument);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        Assert.Equal(indicators, Codes(await browser.GetAsync(Agency.Root)).Count);
    }

    [Theory]
    [InlineData("ar", "rtl", "التقييم الذاتي")]
    [InlineData("fr", "ltr", "Auto-évaluation")]
    [InlineData("id", "ltr", "Penilaian mandiri")]
    public async Task Get_InEveryLanguage_SpeaksIt(string language, string direction, string heading)
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite, "dgcc-2026");
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        browser.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        browser.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        foreach (var path in new[] { "", "/I1", "/I45", "/assign", "/check", "/sign-off", "/I1/return", "/I1/comments" })
        {
            var page = await browser.GetAsync(Agency.Root + path);
            Assert.Equal(direction, page.Document.DocumentElement.GetAttribute("dir"));
            Assert.DoesNotMatch(@"\b(Answer|Tasks|Check|SignOff|Assign|Field|Support|Problem|Message|Comments|Return)\.[A-Z]", page.Text);
        }

        Assert.Contains(heading, (await browser.GetAsync(Agency.Root)).Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Check_ShowsEveryAnswerWithItsProblems(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        await agency.SaveAsync(agency.Siti, "I4", new([], 4, [], "", null), 2, ready: true);
        await agency.SaveAsync(agency.Siti, "I5", new([], null, [], "", null), 2);
        await agency.SaveAsync(agency.Siti, "I45", new([], 1, [], "", null), 2);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);

        var page = await browser.GetAsync(Agency.Root + "/check");

        Assert.Equal(47, page.Document.QuerySelectorAll(".answer-row").Length);
        Assert.Equal(["AboveSupport", "WithoutProof"], Problems(page, "I4"));
        Assert.Equal(["Unanswered"], Problems(page, "I5"));
        Assert.Equal(["NotReady", "Unnamed"], Problems(page, "I45"));
        Assert.Empty(Problems(page, "I1"));
        Assert.Contains("No level claimed: 1 (I5)", page.TextOf(".notice-bad"), StringComparison.Ordinal);
        Assert.Contains("(I4)", page.TextOf(".notice-warn"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".actions a.btn-primary"));
    }

    [Theory, Databases]
    public async Task Organizer_SeesTheListWithoutTheCoordinatorsActions(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(await agency.Space.CreatePersonAsync(Roles.Organizer));

        var page = await browser.GetAsync(Agency.Root);

        Assert.Equal(47, Codes(page).Count);
        Assert.Null(page.Document.QuerySelector("#coordinator-title"));
    }

    private static List<string> Codes(TestPage page) => [.. page.Document.QuerySelectorAll(".task .task-name .code").Select(c => c.TextContent)];

    private static string Row(TestPage page, string code) =>
        page.Document.QuerySelectorAll(".task").Single(t => t.QuerySelector(".code")!.TextContent == code).TextContent;

    private static IEnumerable<string?> Problems(TestPage page, string code) =>
        page.Document.QuerySelectorAll($"#check-{code} [data-problem]").Select(p => p.GetAttribute("data-problem"));
}
