using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class CoordinatorTests(TestApps apps)
{
    private const string Assign = Agency.Root + "/assign";

    [Theory, Databases]
    public async Task Assign_AWholeAspect_GivesEveryIndicatorOfIt(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);

        var done = await browser.SubmitAsync(await browser.GetAsync(Assign), "#assign-A1", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "true"));

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(10, await CountHeldAsync(agency, agency.Siti));
        Assert.Equal(10, (await agency.AuditAsync("AnswerAssigned")).Count);
        var list = await browser.GetAsync(Agency.Root);
        Assert.Equal("Siti Rahma", list.Document.QuerySelectorAll(".task").First(t => t.TextContent.Contains("I1 ", StringComparison.Ordinal)).QuerySelector(".task-holder")!.TextContent.Trim());
    }

    [Theory, Databases]
    public async Task Assign_OneAndGiveBack_IsAuditedWithMaskedName(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);

        var page = await browser.SubmitAsync(
            await browser.GetAsync(Assign), "#assign-A1", ("Input.Answers[1].IsChosen", "true"), ("Input.Holder", agency.Budi.Id.ToString()), ("Input.All", "false"));
        Assert.Equal(agency.Budi.Id, (await agency.AnswerAsync("I2")).HolderId);
        await browser.SubmitAsync(page, "#assign-A1", ("Input.Answers[1].IsChosen", "true"), ("Input.Holder", "everybody"), ("Input.All", "false"));

        Assert.Null((await agency.AnswerAsync("I2")).HolderId);
        var audit = await agency.AuditAsync("AnswerAssigned");
        Assert.Equal(2, audit.Count);
        Assert.DoesNotContain("Budi", audit[0], StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Assign_AnAnswerThatChangedMeanwhile_AssignsNothing(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Assign);
        await agency.SaveAsync(agency.Siti, "I3", new([], 1, [], "Meanwhile", null), 1);

        var stale = await browser.SubmitAsync(page, "#assign-A1", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "true"));
        var again = await browser.SubmitAsync(stale, "#assign-A1", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "true"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (stale.Status, again.Status));
        Assert.Equal(10, (await agency.AuditAsync("AnswerAssigned")).Count);
    }

    [Theory, Databases]
    public async Task Assign_TheSameAgainOnTheOldPage_ChangesNothing(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Assign);
        await browser.SubmitAsync(page, "#assign-A1", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "true"));

        var repeated = await browser.SubmitAsync(page, "#assign-A1", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "true"));

        Assert.Equal(HttpStatusCode.OK, repeated.Status);
        Assert.Equal(10, (await agency.AuditAsync("AnswerAssigned")).Count);
    }

    [Theory, Databases]
    public async Task Assign_BadInput_SaysWhat(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var stranger = await agency.Space.CreatePersonAsync(Roles.Respondent, await agency.Space.AgencyIdAsync("bappenas"));
        var reader = await agency.Space.CreatePersonAsync(Roles.Reader, agency.Id);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Assign);

        Assert.DoesNotContain(reader.DisplayName, page.Text, StringComparison.Ordinal);
        await RefusedAsync("choose a person", ("Input.Holder", ""), ("Input.All", "true"));
        await RefusedAsync("Tick at least one", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "false"));
        await RefusedAsync("does not answer for your agency", ("Input.Holder", stranger.Id.ToString()), ("Input.All", "true"));
        await RefusedAsync("does not answer for your agency", ("Input.Holder", reader.Id.ToString()), ("Input.All", "true"));
        await RefusedAsync("Reload it", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "true"), ("Input.Answers[0].Version", null));
        Assert.Empty(await agency.AuditAsync("AnswerAssigned"));

        async Task RefusedAsync(string message, params (string, string?)[] values)
        {
            var refused = await browser.SubmitAsync(page, "#assign-A1", values);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(message, refused.Summary(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Assign_WithoutAPerson_KeepsWhatWasTickedAndLeadsToTheField()
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);

        var refused = await browser.SubmitAsync(await browser.GetAsync(Assign), "#assign-A1", ("Input.Answers[1].IsChosen", "true"), ("Input.Holder", ""), ("Input.All", "false"));

        Assert.Equal("#Input_Holder", refused.Document.QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.NotNull(refused.Document.QuerySelector("#assign-A1 #Input_Holder"));
        Assert.Equal(["choose-I2"], refused.Document.QuerySelectorAll("[id^='choose-'][checked]").Select(tick => tick.Id));
    }

    [Theory, Databases]
    public async Task Return_WithReason_ShowsItToTheRespondentUntilReadyAgain(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.SaveAsync(agency.Siti, "I1", new([], 2, [], "Claim", null), 1, ready: true);
        using var ratna = await agency.Space.AsAsync(agency.Coordinator);
        using var siti = await agency.Space.AsAsync(agency.Siti);

        var check = await ratna.SubmitAsync(await ratna.GetAsync(Agency.PathOf("I1") + "/return"), "#return-form", ("Input.Reason", "Page of the decree is missing"));
        var page = await siti.OpenAsync("I1");
        await siti.SaveAsync(page, ("Input.Analysis", "Page added"));
        var still = (await agency.AnswerAsync("I1")).Status;
        await siti.SubmitAsync(await siti.OpenAsync("I1"), Agency.Form, ("then", "ready"));

        Assert.Contains("/check", check.Path, StringComparison.Ordinal);
        Assert.Contains("Page of the decree is missing", check.TextOf("#check-I1"), StringComparison.Ordinal);
        Assert.Contains("Page of the decree is missing", page.TextOf(".notice-warn"), StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.Returned, still);
        var answer = await agency.AnswerAsync("I1");
        Assert.Equal((AnswerStatus.Ready, null), (answer.Status, answer.ReturnReason));
        Assert.Contains("Page of the decree is missing", Assert.Single(await agency.AuditAsync("AnswerReturned")), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Return_WithoutReasonTooLongOrStale_IsRefusedAndKeepsTheReason(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Coordinator);
        var page = await browser.GetAsync(Agency.PathOf("I1") + "/return");

        var empty = await browser.SubmitAsync(page, "#return-form", ("Input.Reason", "  "));
        var tooLong = await browser.SubmitAsync(page, "#return-form", ("Input.Reason", new string('r', 2001)));
        var noVersion = await browser.SubmitAsync(page, "#return-form", ("Input.Reason", "Why"), ("Input.Version", null));
        await agency.SaveAsync(agency.Siti, "I1", new([], 1, [], "Newer", null), 1);
        var stale = await browser.SubmitAsync(page, "#return-form", ("Input.Reason", "Why"));
        var again = await browser.SubmitAsync(stale, "#return-form");
        var repeated = await browser.SubmitAsync(stale, "#return-form");

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { empty, tooLong, noVersion, stale, again, repeated }.Select(p => p.Status));
        Assert.Contains("Reason: say why", empty.Summary(), StringComparison.Ordinal);
        Assert.Contains("Reason: shorten it to 2000 characters. It has 2001.", tooLong.Summary(), StringComparison.Ordinal);
        Assert.Equal(2001, tooLong.TextOf("#Input_Reason").Length);
        Assert.Equal("Why", stale.TextOf("#Input_Reason"));
        Assert.Single(await agency.AuditAsync("AnswerReturned"));
    }

    private static Task<int> CountHeldAsync(Agency agency, Person person) => agency.Space.ReadAsync(db => db.Answers.CountAsync(a => a.HolderId == person.Id));
}
