using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class CommentTests(TestApps apps)
{
    private const string Form = "#comment-form";

    [Theory, Databases]
    public async Task Comment_OnceSent_IsShownToTheAgencyAndAudited(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var siti = await agency.Space.AsAsync(agency.Siti);
        using var budi = await agency.Space.AsAsync(agency.Budi);

        var page = await siti.SubmitAsync(await siti.OpenAsync("I1"), Form, ("Comment.Text", "Who has the decree?\r\n<b>bold</b>"));
        var other = await budi.OpenAsync("I1");

        Assert.Contains("/I1", page.Path, StringComparison.Ordinal);
        Assert.Contains("Siti Rahma", other.TextOf("#comments li"), StringComparison.Ordinal);
        Assert.Contains("Who has the decree? <b>bold</b>", other.TextOf("#comments li"), StringComparison.Ordinal);
        Assert.Single(await agency.AuditAsync("CommentAdded"));
        Assert.Equal(1, (await agency.AnswerAsync("I1")).Version);
    }

    [Theory, Databases]
    public async Task Comment_SentTwice_IsOne(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");

        var posts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.SubmitAsync(page, Form, ("Comment.Text", "Once"))));

        Assert.All(posts, p => Assert.Equal(HttpStatusCode.OK, p.Status));
        Assert.Equal(1, await agency.Space.ReadAsync(db => db.AnswerComments.CountAsync()));
        Assert.Single(await agency.AuditAsync("CommentAdded"));
    }

    [Theory, Databases]
    public async Task Comment_ByScript_AnswersWithTheListAndAFreshForm(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");
        var request = browser.FormRequest(page, Form, ("Comment.Text", "By script"));
        request.Headers.Add("HX-Request", "true");

        var part = await browser.SendOnceAsync(request);

        Assert.Equal(HttpStatusCode.OK, part.Status);
        Assert.Contains("By script", part.TextOf("#comments li"), StringComparison.Ordinal);
        Assert.NotEqual(page.Value("Comment.Id"), part.Value("Comment.Id"));
        Assert.Null(part.Document.QuerySelector("h1"));
    }

    [Theory, Databases]
    public async Task Comment_EmptyTooLongOrWithoutId_IsRefusedAndKept(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");

        var empty = await browser.SubmitAsync(page, Form, ("Comment.Text", " \n"));
        var tooLong = await browser.SubmitAsync(page, Form, ("Comment.Text", new string('c', 2001)));
        var noId = await browser.SubmitAsync(page, Form, ("Comment.Text", "Text"), ("Comment.Id", null));

        Assert.All([empty, tooLong, noId], p => Assert.Equal(HttpStatusCode.BadRequest, p.Status));
        Assert.Contains("Comment: write something", empty.Summary(), StringComparison.Ordinal);
        Assert.Contains("Comment: shorten it to 2000 characters. It has 2001.", tooLong.Summary(), StringComparison.Ordinal);
        Assert.Equal(2001, tooLong.TextOf("#Comment_Text").Length);
        Assert.Equal("Text", noId.TextOf("#Comment_Text"));
        Assert.Equal(0, await agency.Space.ReadAsync(db => db.AnswerComments.CountAsync()));
    }

    [Theory, Databases]
    public async Task Comment_OnAnAnswerSomebodyElseHolds_IsAllowed(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var ratna = await agency.Space.AsAsync(agency.Coordinator);
        await ratna.SubmitAsync(await ratna.GetAsync(Agency.Root + "/assign"), "#assign-A1", ("Input.Holder", agency.Siti.Id.ToString()), ("Input.All", "true"));
        using var budi = await agency.Space.AsAsync(agency.Budi);

        var page = await budi.SubmitAsync(await budi.OpenAsync("I1"), Form, ("Comment.Text", "I have the decree"));

        Assert.Contains("I have the decree", page.TextOf("#comments"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Comment_AfterSignOff_IsRefused(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var page = await browser.OpenAsync("I1");
        await agency.MoveAsync(a => a.Submit(new SignOff { ById = agency.Coordinator.Id, ByName = "R", At = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), Statement = "s", PublicationConsent = true }));

        var refused = await browser.SubmitAsync(page, Form, ("Comment.Text", "Late"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(0, await agency.Space.ReadAsync(db => db.AnswerComments.CountAsync()));
    }
}
