using System.Net;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Faults;

/// <summary>A disk that takes no more: no file of the server may grow beyond a limit, the write past it fails.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Evidence_DiskTakesNoMore_IsRefusedWithoutHalfFileOrRow()
    {
        await using var scene = await AnsweringScene.OpenAsync(new() { LargestFileKilobytes = 4096 });
        using var browser = await scene.SignInAsync();
        var page = await browser.GetAsync(AnsweringScene.Round + "I1/evidence");

        using var request = Upload(page, "large.pdf", Pdf(6 * 1024 * 1024));
        var answer = await browser.SendOnceAsync(request);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("storage is not available", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await scene.Space.ReadAsync(db => db.Evidence.CountAsync()));
        Assert.Empty(Directory.GetFiles(scene.Files, "*", SearchOption.AllDirectories));

        // A file that fits still goes in.
        using var smaller = Upload(page, "small.pdf", Pdf(10_000));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendOnceAsync(smaller)).Status);
        Assert.Single(Directory.GetFiles(scene.Files, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Autosave_DiskTakesNoMore_AcknowledgesNothingThatIsNotStored()
    {
        await using var scene = await AnsweringScene.OpenAsync(new() { LargestFileKilobytes = 1536 });
        using var browser = await scene.SignInAsync();
        var form = await AutosaveForm.OpenAsync(browser, AnsweringScene.Round + "I1");

        var (status, acknowledged) = (HttpStatusCode.OK, "");
        for (var turn = 0; turn < 1000; turn++)
        {
            var text = $"{turn} {new string('x', 7900)}";
            status = await form.SaveAsync(browser.Client, text);
            if (status is not HttpStatusCode.OK) break;
            acknowledged = text;
        }

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        var stored = (await scene.AnswersAsync())["I1"];
        Assert.Equal((form.Version, acknowledged), (stored.Version, stored.Analysis));
        Assert.Equal(form.Version - 1, (await scene.SavesInAuditAsync())["I1"]);
    }

    private static HttpRequestMessage Upload(TestPage page, string name, byte[] file)
    {
        var form = page.Document.QuerySelector("form#evidence-upload")!;
        var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]"))
        {
            content.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        }

        content.Add(new ByteArrayContent(file), "File", name);
        return new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
    }

    private static byte[] Pdf(int length)
    {
        var bytes = new byte[length];
        "%PDF-1.7\n"u8.CopyTo(bytes);
        "\n%%EOF\n"u8.CopyTo(bytes.AsSpan(length - 7));
        return bytes;
    }
}
