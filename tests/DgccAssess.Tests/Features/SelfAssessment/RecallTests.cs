using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class RecallTests(TestApps apps)
{
    private const string Address = Agency.Root + "/recall";
    private const string Form = "#recall-form";
    private static readonly (string, string?)[] Both = [("Input.StatementAccepted", "true"), ("Input.PublicationConsent", "true")];

    [Theory, Databases]
    public async Task Recall_BeforeReview_OpensTheAnswersAndASecondSignOffReplacesTheRatings(DatabaseProvider provider)
    {
        var (agency, browser) = await SignedAsync(provider);

        var list = await browser.SubmitAsync(await browser.GetAsync(Address), Form, ("Input.Reason", "Wrong level at I2"));
        var version = (await agency.AnswerAsync("I2")).Version;
        Assert.True((await agency.SaveAsync(agency.Siti, "I2", new([], 3, [], "Right level", null), version, ready: true)).Succeeded);
        await browser.SubmitAsync(await browser.GetAsync(Agency.Root + "/sign-off"), "#sign-off-form", Both);

        Assert.EndsWith(Agency.Root, list.Path, StringComparison.Ordinal);
        Assert.Contains("Wrong level at I2", Assert.Single(await agency.AuditAsync("AssessmentRecalled")), StringComparison.Ordinal);
        var ratings = await agency.Space.ReadAsync(db => db.Ratings.AsNoTracking().ToListAsync());
        Assert.Equal((47, 3m), (ratings.Count, ratings.Single(r => r.Indicator == "I2").Value));
        Assert.Equal([1, 2], await agency.Space.ReadAsync(db => db.Snapshots.OrderBy(s => s.Number).Select(s => s.Number).ToListAsync()));
        Assert.Equal(2, (await agency.AuditAsync("AssessmentSignedOff")).Count);
    }

    [Theory, Databases]
    public async Task Recall_WithoutReasonOrVersion_IsRefused(DatabaseProvider provider)
    {
        var (agency, browser) = await SignedAsync(provider);
        var page = await browser.GetAsync(Address);

        var empty = await browser.SubmitAsync(page, Form, ("Input.Reason", ""));
        var noVersion = await browser.SubmitAsync(page, Form, ("Input.Reason", "Why"), ("Input.Version", null));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (empty.Status, noVersion.Status));
        Assert.Equal(AssessmentStatus.Submitted, (await agency.AssessmentAsync()).Status);
    }

    [Theory, Databases]
    public async Task Recall_AfterReviewBegan_IsRefused(DatabaseProvider provider)
    {
        var (agency, browser) = await SignedAsync(provider);
        var page = await browser.GetAsync(Address);
        await agency.MoveAsync(a => a.BeginReview(new(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc)));

        var refused = await browser.SubmitAsync(page, Form, ("Input.Reason", "Too late"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("review has begun", refused.Summary(), StringComparison.Ordinal);
        Assert.Equal("Too late", refused.TextOf("#Input_Reason"));
        Assert.Empty(await agency.AuditAsync("AssessmentRecalled"));
    }

    [Theory, Databases]
    public async Task Recall_PressedTwice_RecallsOnce(DatabaseProvider provider)
    {
        var (agency, browser) = await SignedAsync(provider);
        var page = await browser.GetAsync(Address);
        await browser.SubmitAsync(page, Form, ("Input.Reason", "Once"));

        var repeated = await browser.SubmitAsync(page, Form, ("Input.Reason", "Once"));

        Assert.Equal(HttpStatusCode.OK, repeated.Status);
        Assert.Single(await agency.AuditAsync("AssessmentRecalled"));
    }

    [Theory, Databases]
    public async Task Recall_BeforeAnySignOff_IsRefused(DatabaseProvider provider)
    {
        var (agency, browser) = await SignedAsync(provider);
        var page = await browser.GetAsync(Address);
        await agency.MoveAsync(a => a.Recall(new(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc)));
        var version = (await agency.AssessmentAsync()).Version;

        var refused = await browser.SubmitAsync(page, Form, ("Input.Reason", "Why"), ("Input.Version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Empty(await agency.AuditAsync("AssessmentRecalled"));
    }

    private async Task<(Agency Agency, TestBrowser Browser)> SignedAsync(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.AnswerAllAsync();
        var browser = await agency.Space.AsAsync(agency.Coordinator);
        var receipt = await browser.SubmitAsync(await browser.GetAsync(Agency.Root + "/sign-off"), "#sign-off-form", Both);
        Assert.NotEmpty(receipt.TextOf("#receipt"));
        return (agency, browser);
    }
}
