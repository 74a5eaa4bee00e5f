using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Rounds;

public sealed class AssignAssessorsTests(TestApps apps)
{
    private const string Form = "main form[method=post]";

    [Theory, Databases]
    public async Task Assign_AddsAndRemovesWithOneAuditEventAndARepeatChangesNothing(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        var second = await stage.Space.CreatePersonAsync(Roles.Assessor);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var page = await browser.GetAsync($"{stage.Path}/assessors");

        Assert.True(page.Document.QuerySelector($"#assessor-{stage.Assessor.Id}")!.HasAttribute("checked"));
        await browser.SubmitAsync(page, Form, ("Input.Assessors", second.Id.ToString()));
        var again = await browser.SubmitAsync(page, Form, ("Input.Assessors", second.Id.ToString()));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal([second.Id], await HeldAsync(stage));
        // One by the set-up, one by the form.
        Assert.Equal(2, await stage.AuditAsync("AssessorsAssigned"));
    }

    [Theory, Databases]
    public async Task Assign_SomebodyWithoutTheRightOrOfTheAgency_IsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        var reader = await stage.Space.CreatePersonAsync(Roles.Reader);
        var own = await stage.Space.CreatePersonAsync(Roles.Assessor, stage.Coordinator.AgencyId);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var page = await browser.GetAsync($"{stage.Path}/assessors");

        foreach (var person in new[] { reader, own })
        {
            Assert.Null(page.Document.QuerySelector($"#assessor-{person.Id}"));
            var refused = await browser.SubmitAsync(page, Form, ("Input.Assessors", person.Id.ToString()));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        }

        Assert.Equal([stage.Assessor.Id], await HeldAsync(stage));
    }

    [Theory, Databases]
    public async Task Assign_VersionMissingOrStale_IsRefusedAndShowsWhoIsStored(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        var second = await stage.Space.CreatePersonAsync(Roles.Assessor, name: "Second Person");
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var old = await browser.GetAsync($"{stage.Path}/assessors");
        await browser.SubmitAsync(old, Form, ("Input.Assessors", second.Id.ToString()));

        var stale = await browser.SubmitAsync(old, Form, ("Input.Assessors", null));
        var missing = await browser.SubmitAsync(old, Form, ("Input.Assessors", null), ("Input.Version", null));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("Second Person", stale.Document.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, missing.Status);
        Assert.Equal([second.Id], await HeldAsync(stage));
    }

    [Theory, Databases]
    public async Task Assign_AfterTheReview_IsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var open = await browser.GetAsync($"{stage.Path}/assessors");
        await stage.ReviewAsync(stage.Assessor);

        var refused = await browser.SubmitAsync(open, Form, ("Input.Assessors", null));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([stage.Assessor.Id], await HeldAsync(stage));
    }

    private static Task<List<Guid>> HeldAsync(ReviewStage stage) => stage.Space.ReadAsync(db => db.AssessorAssignments.Select(a => a.AssessorId).ToListAsync());
}
