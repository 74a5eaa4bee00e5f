using System.Net;
using System.Net.Http.Headers;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Tests.Features.Evidence;

public sealed class AccessTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Download_Pdf_IsShownInPlaceUnderATightPolicy(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("Keputusan \"2021\" م.pdf", SampleFiles.Pdf);
        Assert.Equal("Keputusan _2021_ م.pdf", item.Name);

        var response = await GetAsync(scene, item);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(SampleFiles.Pdf, await response.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("inline; filename=", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal(item.Name, response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Download_OfficeFile_IsAnAttachment(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("plan.docx", SampleFiles.Docx);

        var response = await GetAsync(scene, item);

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Download_RangeAndHash_AreAnswered(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);

        var part = await GetAsync(scene, item, r => r.Headers.Range = new RangeHeaderValue(5, 7));
        var same = await GetAsync(scene, item, r => r.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{item.Sha256}\"")));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("1.7", await part.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.True(part.Headers.CacheControl!.Private);
    }

    [Theory, Databases]
    public async Task Evidence_PeopleWithoutTheRight_AreKeptOut(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);
        var other = await scene.Space.CreateAgencyAsync("kemenkeu");
        var strangers = new[]
        {
            await scene.Space.CreatePersonAsync(Roles.Coordinator, other.Id),
            await scene.Space.CreatePersonAsync(Roles.Assessor),
            await scene.Space.CreatePersonAsync(Roles.Reader, await scene.Space.AgencyIdAsync("kemenko-perekonomian")),
        };

        foreach (var stranger in strangers)
        {
            using var browser = await scene.Space.AsAsync(stranger);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"{EvidenceScene.Base}/evidence/{item.Id}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(EvidenceScene.Page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"{EvidenceScene.Base}/evidence/{item.Id}/remove")).Status);
        }
    }

    [Theory, Databases]
    public async Task Evidence_AssignedAssessorAndOrganizer_ReadButDoNotAdd(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);
        var assessor = await scene.Space.CreatePersonAsync(Roles.Assessor);
        await scene.Space.AssignAsync(assessor, "2021", "kemenko-perekonomian");

        foreach (var person in new[] { assessor, await scene.Space.CreatePersonAsync(Roles.Organizer) })
        {
            using var browser = await scene.Space.AsAsync(person);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{EvidenceScene.Base}/evidence/{item.Id}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(EvidenceScene.Page)).Status);
        }
    }

    [Theory, Databases]
    public async Task Evidence_OfAnotherSpace_IsNotFound(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        using var neighbour = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);

        var throughOwnSpace = await neighbour.Respondent.GetAsync($"{EvidenceScene.Base}/evidence/{item.Id}");
        using var throughTheirs = new HttpRequestMessage(HttpMethod.Get, $"{scene.Space.Path}{EvidenceScene.Base}/evidence/{item.Id}");
        var session = neighbour.Respondent.Cookies.GetAllCookies().Single(c => c.Name.StartsWith(SpaceCookies.Prefix, StringComparison.Ordinal));
        throughTheirs.Headers.Add("Cookie", $"{session.Name}={session.Value}");
        using var plain = apps.On(provider).CreateDefaultClient();

        Assert.Equal(HttpStatusCode.NotFound, throughOwnSpace.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await plain.SendAsync(throughTheirs)).StatusCode);
    }

    [Theory, Databases]
    public async Task Evidence_OfAnotherAssessmentOrIndicator_IsNotFound(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        await scene.Space.OpenRoundAsync("2022");
        var item = await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);

        Assert.Equal(HttpStatusCode.NotFound, (await scene.Respondent.GetAsync($"/rounds/2022/agencies/kemenko-perekonomian/evidence/{item.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Respondent.GetAsync($"{EvidenceScene.Base}/I99/evidence")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Respondent.GetAsync($"/rounds/1999/agencies/kemenko-perekonomian/I1/evidence")).Status);
    }

    private static Task<HttpResponseMessage> GetAsync(EvidenceScene scene, EvidenceItem item, Action<HttpRequestMessage>? with = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{scene.Space.Path}{EvidenceScene.Base}/evidence/{item.Id}");
        with?.Invoke(request);
        return scene.Respondent.Client.SendAsync(request);
    }
}
