using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Evidence;

public sealed class RemoveTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Remove_Confirmed_TakesItOffTheListAndOutOfReach(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);

        var confirm = await scene.Respondent.GetAsync(Remove(item));
        var answer = await scene.Respondent.SendOnceAsync(Post(scene, confirm));
        var again = await scene.Respondent.SendOnceAsync(Post(scene, confirm));

        Assert.Contains("a.pdf", confirm.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answer.Status, again.Status));
        Assert.NotNull(Assert.Single(await scene.ItemsAsync()).RemovedAt);
        Assert.Equal(1, await scene.EventsAsync("EvidenceRemoved"));
        Assert.Empty((await scene.OpenPageAsync()).Document.QuerySelectorAll(".evidence-item"));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Respondent.GetAsync($"{EvidenceScene.Base}/evidence/{item.Id}")).Status);
        Assert.Single(scene.Files);
    }

    [Theory, Databases]
    public async Task Remove_VersionMissingOrOld_IsRefused(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);
        var confirm = await scene.Respondent.GetAsync(Remove(item));

        var missing = await scene.Respondent.SendOnceAsync(Post(scene, confirm, null));
        var old = await scene.Respondent.SendOnceAsync(Post(scene, confirm, "0"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (missing.Status, old.Status));
        Assert.Null(Assert.Single(await scene.ItemsAsync()).RemovedAt);
    }

    [Theory, Databases]
    public async Task SignedOff_NothingCanBeAddedOrRemoved(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var item = await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);
        var page = await scene.OpenPageAsync();
        var confirm = await scene.Respondent.GetAsync(Remove(item));
        await scene.Space.LockAsync();

        var removed = await scene.Respondent.SendOnceAsync(Post(scene, confirm, "1"));
        var file = await scene.Respondent.SendOnceAsync(EvidenceScene.Upload(page, [("b.png", SampleFiles.Png)]));
        var link = await scene.Respondent.SendOnceAsync(scene.Respondent.FormRequest(page, "#evidence-link", ("Input.Url", "https://example.org")));

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], [removed.Status, file.Status, link.Status]);
        Assert.Null(Assert.Single(await scene.ItemsAsync()).RemovedAt);
        Assert.Single(scene.Files);
        Assert.Null((await scene.OpenPageAsync()).Document.QuerySelector("#evidence form"));
        Assert.Equal(HttpStatusCode.OK, (await scene.Respondent.GetAsync($"{EvidenceScene.Base}/evidence/{item.Id}")).Status);
    }

    private static string Remove(EvidenceItem item) => $"{EvidenceScene.Base}/evidence/{item.Id}/remove";

    private static HttpRequestMessage Post(EvidenceScene scene, TestPage confirm, string? version = "1") =>
        scene.Respondent.FormRequest(confirm, "main form[method=post]:has(.btn-danger)", ("Input.Version", version));
}
