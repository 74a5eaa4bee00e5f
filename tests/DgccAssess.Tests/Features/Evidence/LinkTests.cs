using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Evidence;

public sealed class LinkTests(TestApps apps)
{
    [Theory, Databases]
    public async Task AddLink_WebAddress_IsListedAndOpensSafely(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));

        var answer = await AddAsync(scene, "https://jdih.example.go.id/perpres/132?tahun=2022", "Perpres 132");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(1, await scene.EventsAsync("LinkAdded"));
        var link = (await scene.OpenPageAsync()).Document.QuerySelector(".evidence-item a.evidence-name")!;
        Assert.Equal("https://jdih.example.go.id/perpres/132?tahun=2022", link.GetAttribute("href"));
        Assert.Contains("noopener", link.GetAttribute("rel"), StringComparison.Ordinal);
        Assert.StartsWith("Perpres 132", link.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task AddLink_NotAWebAddress_IsRefusedAndWhatWasTypedIsKept(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        string[] bad =
        [
            "", "perpres", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org/a", "//example.org/a", "https://",
            "https://user:secret@example.org/", "https://example.org/a b", "https://example.org/\u202Egpj.exe", "https://example.org/" + new string('a', 2000),
        ];

        foreach (var url in bad)
        {
            var answer = await AddAsync(scene, url, "My <b>title</b>");

            Assert.Equal((url, HttpStatusCode.BadRequest), (url, answer.Status));
            Assert.NotNull(answer.Document.QuerySelector("#error-summary a[href='#evidence-url']"));
            Assert.Equal(url, answer.Value("Input.Url"));
            Assert.Equal("My <b>title</b>", answer.Value("Input.Title"));
        }

        Assert.Empty(await scene.ItemsAsync());
    }

    [Theory, Databases]
    public async Task AddLink_WithoutTitle_IsCalledByItsAddress(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));

        await AddAsync(scene, " https://example.org/spbe ", null);
        var tooLong = await AddAsync(scene, "https://example.org", new string('x', 201));

        Assert.Equal("example.org/spbe", Assert.Single(await scene.ItemsAsync()).Name);
        Assert.NotNull(tooLong.Document.QuerySelector("#error-summary a[href='#evidence-link-title']"));
    }

    [Theory, Databases]
    public async Task AddLink_SameFormTwice_AddsNothing(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var page = await scene.OpenPageAsync();
        HttpRequestMessage Request(string url) => scene.Respondent.FormRequest(page, "#evidence-link", ("Input.Url", url));

        var answers = new[]
        {
            await scene.Respondent.SendOnceAsync(Request("https://example.org/a")),
            await scene.Respondent.SendOnceAsync(Request("https://example.org/a")),
            await scene.Respondent.SendOnceAsync(Request("https://example.org/b")),
        };

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(a => a.Status));
        Assert.Single(await scene.ItemsAsync());
        Assert.Equal(1, await scene.EventsAsync("LinkAdded"));
    }

    [Theory, Databases]
    public async Task AddLink_Partial_AnswersWithTheSectionAlone(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var request = scene.Respondent.FormRequest(await scene.OpenPageAsync(), "#evidence-link", ("Input.Url", "https://example.org/a"));
        request.Headers.Add("HX-Request", "true");

        var answer = await scene.Respondent.SendOnceAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Document.QuerySelector("h1"));
        Assert.Single(answer.Document.QuerySelectorAll("#evidence .evidence-item"));
    }

    private static async Task<TestPage> AddAsync(EvidenceScene scene, string url, string? title) =>
        await scene.Respondent.SendOnceAsync(scene.Respondent.FormRequest(await scene.OpenPageAsync(), "#evidence-link", ("Input.Url", url), ("Input.Title", title)));
}
