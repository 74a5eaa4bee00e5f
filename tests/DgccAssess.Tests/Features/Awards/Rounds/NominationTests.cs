using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Evidence;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Awards.Rounds;

public sealed class NominationTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Nomination_WithFileAndLink_IsReadByTheOfficeAndNotByANeighbour(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        var (own, neighbour, organizer) = (await scene.AsAsync(scene.Coordinators[0]), await scene.AsAsync(scene.Coordinators[1]), await scene.AsAsync(scene.Organizer));
        await scene.NominateAsync(own, "We opened one window for all licences.");
        var page = await own.GetAsync(JuryScene.At("/nomination"));
        await own.SubmitAsync(page, "#proof-link", ("Input.Url", "https://example.org/licences"), ("Input.Title", "The portal"));
        var uploaded = await UploadAsync(own, page, "plan.pdf", SampleFiles.Pdf);

        var read = await organizer.GetAsync(JuryScene.At("/nominations/agency-one"));
        var file = read.Document.QuerySelectorAll("#proofs a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("/files/", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, uploaded.Status);
        Assert.Contains("one window", read.Text, StringComparison.Ordinal);
        Assert.Contains("The portal", read.Text, StringComparison.Ordinal);
        Assert.Equal("application/pdf", (await organizer.GetAsync(file)).Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(JuryScene.At("/nominations/agency-one"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await scene.AsAsync(scene.Jurors[0])).GetAsync(file)).Status);
    }

    [Fact]
    public async Task Upload_OfWhatIsNoEvidence_IsToldAndKeepsNothing()
    {
        using var scene = await JuryScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var own = await scene.AsAsync(scene.Coordinators[0]);
        await scene.NominateAsync(own, "A statement.");

        var refused = await UploadAsync(own, await own.GetAsync(JuryScene.At("/nomination")), "plan.pdf", "<script>"u8.ToArray());

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Document.QuerySelectorAll("#error-summary li"));
        Assert.Equal(0, await scene.Space.ReadAsync(db => db.NominationProofs.CountAsync()));
    }

    [Theory, Databases]
    public async Task Nomination_AfterItsTime_IsClosed(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        var own = await scene.AsAsync(scene.Coordinators[0]);
        var form = await own.GetAsync(JuryScene.At("/nomination"));
        await scene.Space.ReadAsync(db => db.AwardRounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.NominationsDueAt, TimeProvider.System.UtcNow.AddSeconds(-1))));

        var late = await own.SubmitAsync(form, "#nomination", ("Input.Statement", "Too late."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(0, await scene.Space.ReadAsync(db => db.Nominations.CountAsync()));
    }

    [Theory, Databases]
    public async Task Nomination_SavedByTwo_ShowsTheSecondWhatIsStored(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        var own = await scene.AsAsync(scene.Coordinators[0]);
        var form = await own.GetAsync(JuryScene.At("/nomination"));
        await scene.NominateAsync(own, "The first.");

        var stale = await own.SubmitAsync(form, "#nomination", ("Input.Statement", "The second."));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("The first.", stale.Document.GetElementById("conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The second.", stale.Document.QuerySelector("#Input_Statement")!.TextContent.Trim());
    }

    [Fact]
    public async Task Coordinator_AtHome_IsAskedToNominate()
    {
        using var scene = await JuryScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));

        Assert.Contains("Nominate your agency", (await (await scene.AsAsync(scene.Coordinators[0])).GetAsync("/home")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await scene.AsAsync(await scene.Space.CreatePersonAsync(Roles.Respondent))).GetAsync(JuryScene.At("/nomination"))).Status);
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, TestPage page, string name, byte[] content)
    {
        var form = new MultipartFormDataContent { { new StringContent(page.Value("__RequestVerificationToken")!), "__RequestVerificationToken" }, { new StringContent($"{Guid.CreateVersion7()}"), "Id" } };
        form.Add(new ByteArrayContent(content), "File", name);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, browser.Absolute(JuryScene.At("/nomination/files"))) { Content = form });
    }
}
