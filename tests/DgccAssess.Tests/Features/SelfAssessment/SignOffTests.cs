using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class SignOffTests(TestApps apps)
{
    private const string Address = Agency.Root + "/sign-off";
    private const string Form = "#sign-off-form";
    private static readonly (string, string?)[] Both = [("Input.StatementAccepted", "true"), ("Input.PublicationConsent", "true")];

    [Theory, Databases]
    public async Task SignOff_Complete_LocksRatesAndTakesASnapshotInOneSave(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        await agency.SaveAsync(agency.Siti, "I1", new(["I1.1.a", "I1.2.a", "I1.2.b"], 2, [new("Decree", "1", "", "")], "Level two", null), 2, ready: true);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Address);

        var receipt = await browser.SubmitAsync(page, Form, Both);

        Assert.Equal((HttpStatusCode.OK, "The self-assessment is signed off"), (receipt.Status, receipt.Heading));
        var assessment = await agency.AssessmentAsync();
        Assert.Equal(AssessmentStatus.Submitted, assessment.Status);
        Assert.Equal((agency.Coordinator.Id, "Ratna Dewi", true), (assessment.SignOff!.ById, assessment.SignOff.ByName, assessment.SignOff.PublicationConsent));
        Assert.Equal(Shown(page), assessment.SignOff.Statement);

        var ratings = await agency.Space.ReadAsync(db => db.Ratings.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).ToListAsync());
        Assert.Equal(47, ratings.Count);
        Assert.All(ratings, r => Assert.Equal((Stage.Self, Guid.Empty), (r.Stage, r.RaterId)));
        var rated = ratings.Single(r => r.Indicator == "I1");
        Assert.Equal((2m, "Level two"), (rated.Value, rated.Explanation));
        Assert.Equal(["I1.1.a", "I1.2.a", "I1.2.b"], rated.Criteria);

        var snapshot = await agency.Space.ReadAsync(db => db.Snapshots.AsNoTracking().SingleAsync());
        Assert.Equal((Milestone.Submitted, 1), (snapshot.Milestone, snapshot.Number));
        var reference = Receipt.ReferenceOf(snapshot.Hash);
        Assert.Equal(reference, receipt.TextOf("#receipt"));
        var audit = Assert.Single(await agency.AuditAsync("AssessmentSignedOff"));
        Assert.Contains(reference, audit, StringComparison.Ordinal);
        Assert.Contains("\"publicationConsent\":true", audit, StringComparison.Ordinal);
        Assert.True((await agency.SaveAsync(agency.Siti, "I1", new([], 3, [], "", null), 4)).Kind is ResultKind.Conflict);
    }

    [Theory, Databases]
    public async Task SignOff_InIndonesian_StoresTheWordsShown(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var english = await browser.GetAsync(Address);
        browser.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        browser.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("id");

        var otherLanguage = await browser.SubmitAsync(english, Form, Both);
        await browser.SubmitAsync(otherLanguage, Form, Both);

        Assert.Equal(HttpStatusCode.Conflict, otherLanguage.Status);
        var statement = (await agency.AssessmentAsync()).SignOff!.Statement;
        Assert.StartsWith("Atas nama", statement, StringComparison.Ordinal);
        Assert.Equal(Shown(otherLanguage), statement);
    }

    [Theory, Databases]
    public async Task SignOff_WithoutStatementOrConsent_IsRefused(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Address);

        var neither = await browser.SubmitAsync(page, Form);
        var noConsent = await browser.SubmitAsync(page, Form, ("Input.StatementAccepted", "true"));
        var noVersion = await browser.SubmitAsync(page, Form, [.. Both, ("Input.Version", null)]);

        Assert.All([neither, noConsent, noVersion], p => Assert.Equal(HttpStatusCode.BadRequest, p.Status));
        Assert.Contains("Statement: tick it", neither.Summary(), StringComparison.Ordinal);
        Assert.Contains("Publication consent: without it", neither.Summary(), StringComparison.Ordinal);
        Assert.DoesNotContain("Statement: tick it", noConsent.Summary(), StringComparison.Ordinal);
        Assert.NotNull(noConsent.Document.QuerySelector("#Input_StatementAccepted[checked]"));
        await NothingIsSignedAsync(agency);
    }

    [Theory, Databases]
    public async Task SignOff_IncompleteAnswers_HasNoFormAndIsRefused(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Address);
        await agency.SaveAsync(agency.Siti, "I7", new([], null, [], "No level any more", null), 2);
        var incomplete = await browser.GetAsync(Address);
        var token = incomplete.Document.QuerySelector(Form);

        var changed = await browser.SubmitAsync(page, Form, Both);
        var forged = await browser.SubmitAsync(page, Form, [.. Both, ("Input.Answers", await TokenAsync(agency))]);

        Assert.Null(token);
        Assert.Contains("No level claimed: 1 (I7)", incomplete.TextOf(".notice-bad"), StringComparison.Ordinal);
        Assert.Contains("Answers changed since you opened this page: I7", changed.Summary(), StringComparison.Ordinal);
        Assert.Contains("not complete and ready: 1", forged.Summary(), StringComparison.Ordinal);
        await NothingIsSignedAsync(agency);
    }

    [Theory, Databases]
    public async Task SignOff_AnswerChangedSinceThePageWasShown_AsksToCheckAgain(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Address);
        await agency.SaveAsync(agency.Siti, "I3", new([], 5, [], "Five all of a sudden", null), 2, ready: true);

        var changed = await browser.SubmitAsync(page, Form, Both);
        var signed = await browser.SubmitAsync(changed, Form, Both);

        Assert.Equal(HttpStatusCode.Conflict, changed.Status);
        Assert.Contains("I3", changed.Summary(), StringComparison.Ordinal);
        Assert.Null(changed.Document.QuerySelector("#Input_StatementAccepted[checked]"));
        Assert.Equal("The self-assessment is signed off", signed.Heading);
    }

    [Theory, Databases]
    public async Task SignOff_PressedTwice_SignsOnce(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Address);

        var posts = await Task.WhenAll(browser.SubmitAsync(page, Form, Both), browser.SubmitAsync(page, Form, Both));

        Assert.All(posts, p => Assert.Equal((HttpStatusCode.OK, "The self-assessment is signed off"), (p.Status, p.Heading)));
        Assert.Single(await agency.AuditAsync("AssessmentSignedOff"));
        Assert.Equal(1, await agency.Space.ReadAsync(db => db.Snapshots.CountAsync()));
    }

    [Theory, Databases]
    public async Task SignOff_WhileSomebodyTypes_NeverLeavesAnAnswerBehindItsSnapshot(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Address);

        var saving = Task.WhenAll(Enumerable.Range(1, 8).Select(i => agency.SaveAsync(agency.Siti, $"I{i}", new([], 4, [], "Typed while signing", null), 2, ready: true)));
        await Task.WhenAll(saving, browser.SubmitAsync(page, Form, Both));

        var assessment = await agency.AssessmentAsync();
        var values = await agency.Space.ReadAsync(db => db.Ratings.AsNoTracking().ToDictionaryAsync(r => r.Indicator, r => r.Value));
        if (assessment.Status is AssessmentStatus.Submitted)
        {
            foreach (var (indicator, value) in values) Assert.Equal((await agency.AnswerAsync(indicator)).Level, value);
        }
        else
        {
            Assert.Empty(values);
        }
    }

    private static string Shown(TestPage page) => string.Join("\n\n", page.Document.QuerySelectorAll(".statement-text").Select(t => t.TextContent.Trim()));

    private static async Task<string> TokenAsync(Agency agency)
    {
        var versions = new List<int>();
        for (var i = 1; i <= 47; i++) versions.Add((await agency.AnswerAsync($"I{i}")).Version);
        return string.Join('.', versions);
    }

    private static async Task NothingIsSignedAsync(Agency agency)
    {
        Assert.Equal(AssessmentStatus.Answering, (await agency.AssessmentAsync()).Status);
        Assert.Empty(await agency.AuditAsync("AssessmentSignedOff"));
        Assert.Equal((0, 0), await agency.Space.ReadAsync(async db => (await db.Ratings.CountAsync(), await db.Snapshots.CountAsync())));
    }
}
