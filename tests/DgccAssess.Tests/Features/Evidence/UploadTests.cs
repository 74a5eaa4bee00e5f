using System.Net;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Evidence;

public sealed class UploadTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Upload_EveryAcceptedType_IsKeptUnderItsHashWithWhoAndWhen(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));

        foreach (var (name, contentType, content) in SampleFiles.Good)
        {
            var answer = await scene.UploadAsync(name, content);

            Assert.Equal((name, HttpStatusCode.Redirect), (name, answer.Status));
            Assert.EndsWith($"{EvidenceScene.Base}/I1#evidence", answer.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
            var item = (await scene.ItemsAsync())[^1];
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            Assert.Equal((contentType, content.LongLength, hash, "Siti Rahma"), (item.ContentType, item.Length, item.Sha256, item.AddedByName));
            Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(scene.Folder, hash[..2], hash)));
        }

        Assert.Equal(SampleFiles.Good.Length, await scene.EventsAsync("EvidenceAdded"));
        var page = await scene.OpenPageAsync();
        Assert.Equal(SampleFiles.Good.Length, page.Document.QuerySelectorAll(".evidence-item").Length);
        Assert.Contains("decree.pdf", page.Text, StringComparison.Ordinal);
        Assert.Contains("Siti Rahma", page.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Upload_DisguisedOrHarmful_IsRefusedByContentAndLeavesNothing(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));

        foreach (var (name, content, refusal) in SampleFiles.Bad)
        {
            var answer = await scene.UploadAsync(name, content);

            Assert.Equal((name, HttpStatusCode.BadRequest), (name, answer.Status));
            Assert.Contains(refusal, EvidenceScene.Errors(answer), StringComparison.Ordinal);
            Assert.Contains(name, EvidenceScene.Errors(answer), StringComparison.Ordinal);
        }

        Assert.Empty(await scene.ItemsAsync());
        Assert.Empty(scene.Files);
    }

    [Theory, Databases]
    public async Task Upload_TwentyMegabytes_IsTakenAndOneByteMoreIsNot(DatabaseProvider provider)
    {
        const int limit = 20 * 1024 * 1024;
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));

        var tooLarge = await scene.UploadAsync("scan.pdf", SampleFiles.PdfOf(limit + 1), partial: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.Status);
        Assert.Contains("larger than 20 MB", EvidenceScene.Errors(tooLarge), StringComparison.Ordinal);
        Assert.Empty(scene.Files);

        await scene.UploadedAsync("scan.pdf", SampleFiles.PdfOf(limit));
        Assert.Equal(limit, Assert.Single(await scene.ItemsAsync()).Length);
    }

    [Theory, Databases]
    public async Task Upload_FormLargerThanAnyMayBe_IsRefusedUnread(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var request = EvidenceScene.Upload(await scene.OpenPageAsync(), [("a.pdf", SampleFiles.Pdf)]);
        request.Content!.Headers.ContentLength = 101L * 1024 * 1024;

        var answer = await scene.Respondent.SendOnceAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("100 MB", EvidenceScene.Errors(answer), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Upload_SeveralFiles_KeepsTheGoodOnesAndNamesTheOther(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var request = EvidenceScene.Upload(await scene.OpenPageAsync(), [("a.pdf", SampleFiles.Pdf), ("bad.exe", [.. "MZ"u8]), ("c.png", SampleFiles.Png)], partial: true);

        var answer = await scene.Respondent.SendOnceAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("“bad.exe”", EvidenceScene.Errors(answer), StringComparison.Ordinal);
        Assert.Equal(["a.pdf", "c.png"], (await scene.ItemsAsync()).Select(i => i.Name));
        Assert.Equal(2, answer.Document.QuerySelectorAll("#evidence .evidence-item").Length);
        Assert.Null(answer.Document.QuerySelector("h1"));
    }

    [Theory, Databases]
    public async Task Upload_SameFormTwice_AddsNothing(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var page = await scene.OpenPageAsync();
        (string, byte[])[] files = [("a.pdf", SampleFiles.Pdf), ("b.png", SampleFiles.Png)];

        await scene.Respondent.SendOnceAsync(EvidenceScene.Upload(page, files));
        var again = await scene.Respondent.SendOnceAsync(EvidenceScene.Upload(page, files));
        var other = await scene.Respondent.SendOnceAsync(EvidenceScene.Upload(page, [("c.docx", SampleFiles.Docx)]));

        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("sent before with something else", EvidenceScene.Errors(other), StringComparison.Ordinal);
        Assert.Equal(2, (await scene.ItemsAsync()).Count);
        Assert.Equal(2, await scene.EventsAsync("EvidenceAdded"));
    }

    [Theory, Databases]
    public async Task Upload_SameFormTwiceAtOnce_AddsItOnce(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var page = await scene.OpenPageAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.Respondent.SendOnceAsync(EvidenceScene.Upload(page, [("a.pdf", SampleFiles.Pdf)]))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Single(await scene.ItemsAsync());
        Assert.Single(scene.Files);
    }

    [Theory, Databases]
    public async Task Upload_NoFileChosenOrNoToken_IsRefused(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var page = await scene.OpenPageAsync();
        var forged = EvidenceScene.Upload(page, [("a.pdf", SampleFiles.Pdf)]);
        forged.Content = new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Pdf), "File", "a.pdf" } };

        var none = await scene.Respondent.SendOnceAsync(EvidenceScene.Upload(page, [("", [])]));
        var withoutToken = await scene.Respondent.SendOnceAsync(forged);

        Assert.Contains("Choose a file", EvidenceScene.Errors(none), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (none.Status, withoutToken.Status));
        Assert.Empty(await scene.ItemsAsync());
    }

    [Theory, Databases]
    public async Task Upload_ThirtyOnTheAnswer_TheNextIsRefused(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var page = await scene.OpenPageAsync();
        var files = Enumerable.Range(1, 31).Select(n => ($"{n}.pdf", SampleFiles.Pdf));

        var answer = await scene.Respondent.SendOnceAsync(EvidenceScene.Upload(page, files));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("“31.pdf”", EvidenceScene.Errors(answer), StringComparison.Ordinal);
        Assert.Equal(30, (await scene.ItemsAsync()).Count);
        Assert.Null(answer.Document.QuerySelector("#evidence-upload"));
    }
}
