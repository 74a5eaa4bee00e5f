using System.Net.Http.Headers;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Evidence;

/// <summary>A space with an open round, and a respondent of its agency at the browser.</summary>
internal sealed class EvidenceScene : IDisposable
{
    public const string Base = "/rounds/2021/agencies/kemenko-perekonomian";
    public const string Page = Base + "/I1/evidence";

    public required TestSpace Space { get; init; }
    public required TestBrowser Respondent { get; init; }

    public static async Task<EvidenceScene> OpenAsync(TestApp app)
    {
        var space = await app.CreateSpaceAsync();
        await space.OpenRoundAsync();
        var agency = await space.AgencyIdAsync("kemenko-perekonomian");
        var person = await space.CreatePersonAsync(Roles.Respondent, agency, "Siti Rahma");
        return new() { Space = space, Respondent = await space.AsAsync(person) };
    }

    public string Folder => Path.Combine(Space.App.Folder, "evidence", Space.Space.Id);

    /// <summary>Every file the store holds for this space, kept or unfinished.</summary>
    public string[] Files => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*", SearchOption.AllDirectories) : [];

    public Task<List<EvidenceItem>> ItemsAsync() => Space.ReadAsync(db => db.Evidence.AsNoTracking().OrderBy(e => e.AddedAt).ToListAsync());

    public Task<int> EventsAsync(string type) => Space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == type));

    public Task<TestPage> OpenPageAsync() => Respondent.GetAsync(Page);

    public async Task<TestPage> UploadAsync(string name, byte[] content, bool partial = false) =>
        await Respondent.SendOnceAsync(Upload(await OpenPageAsync(), [(name, content)], partial));

    public async Task<EvidenceItem> UploadedAsync(string name, byte[] content)
    {
        var answer = await UploadAsync(name, content);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.Status);
        return (await ItemsAsync())[^1];
    }

    /// <summary>The upload form of a page as a browser sends it.</summary>
    public static HttpRequestMessage Upload(TestPage page, IEnumerable<(string Name, byte[] Content)> files, bool partial = false)
    {
        var form = page.Document.QuerySelector("form#evidence-upload")!;
        var content = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var field in form.QuerySelectorAll("input[type=hidden]"))
        {
            content.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        }

        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"File\"; filename=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"");
            part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Add(part);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        if (partial) request.Headers.Add("HX-Request", "true");
        return request;
    }

    public static string Errors(TestPage page) => page.Document.QuerySelector("#error-summary, #evidence-errors")?.TextContent.Trim() ?? "";

    public void Dispose() => Respondent.Dispose();
}
