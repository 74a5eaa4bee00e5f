using System.Globalization;
using System.Net;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Egdi;

/// <summary>An installation whose editions belong to the tests of one class.</summary>
public sealed class UploadApps : IDisposable
{
    private readonly TestApps apps = new();

    public TestApp On(DatabaseProvider provider) => apps.On(provider);

    public void Dispose() => apps.Dispose();
}

public sealed class EgdiUploadTests(UploadApps apps) : IClassFixture<UploadApps>
{
    private const string Keep = "#keep-form";
    private const string Head = "Survey Year,Country Name,E-Government Rank,E-Government Index,E-Participation Index,Online Service Index,Human Capital Index,Telecommunication Infrastructure Index";

    [Theory, Databases]
    public async Task File_OfTheUn_IsCheckedThenKeptThenUsedByEveryPage(DatabaseProvider provider)
    {
        var (hub, staff) = await StaffAsync(provider);
        using var _ = staff;

        var found = await UploadAsync(staff, UnFile(2026));
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Contains("all 193", found.Text, StringComparison.Ordinal);
        Assert.Equal(0, await VersionsAsync(hub, 2026));

        var silent = await staff.SubmitAsync(found, Keep);
        Assert.Equal(["#Input_Source", "#Input_TakenOn"], silent.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("href")));
        (string, string?)[] typed = [("Input.Source", "Data Center, EGOV_DATA_2026.csv"), ("Input.TakenOn", "2026-10-01")];
        var kept = await staff.SubmitAsync(silent, Keep, typed);
        var again = await staff.SubmitAsync(silent, Keep, typed);

        Assert.Equal(("/hub/egdi?edition=2026", "/hub/egdi?edition=2026"), (kept.Path, again.Path));
        Assert.Equal(1, await VersionsAsync(hub, 2026));
        Assert.Contains("EGOV_DATA_2026.csv", kept.Document.GetElementById("source")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026", (await staff.GetAsync("/egdi/CIV")).Document.QuerySelector("#history tbody tr:last-child th")!.TextContent, StringComparison.Ordinal);
        var project = $"/cooperation/projects/{await hub.CreateCenterAsync()}";
        Assert.Contains("(2026)", (await staff.GetAsync(project)).Document.GetElementById("indicators")!.TextContent, StringComparison.Ordinal);
        var linked = await staff.SubmitAsync(await staff.GetAsync($"{project}/indicator"), "main form[method=post]", ("Input.Kind", "Egdi"), ("Input.BaselineYear", "2026"));
        Assert.Equal((HttpStatusCode.OK, 2), (linked.Status, linked.Document.QuerySelectorAll("#indicators tbody tr").Length));
        var index = linked.Document.QuerySelectorAll("#indicators tbody tr").Single(r => r.QuerySelector("td")!.TextContent.Contains("(2026)", StringComparison.Ordinal));
        Assert.Equal(index.QuerySelectorAll("td")[1].TextContent.Trim(), index.QuerySelectorAll("td")[0].TextContent.Trim());
        Assert.Equal(1, await InHubAsync(hub, db => db.AuditEvents.CountAsync(e => e.Type == nameof(EgdiKept) && e.Subject == "egdi/2026")));
    }

    [Theory, Databases]
    public async Task Version_AfterAnother_ReplacesItAndBothStay(DatabaseProvider provider)
    {
        var (hub, staff) = await StaffAsync(provider);
        using var _ = staff;
        (string, string?)[] typed = [("Input.Source", "UN"), ("Input.TakenOn", "2026-10-01")];
        var stale = await UploadAsync(staff, UnFile(2016, 0.002m));
        await staff.SubmitAsync(await UploadAsync(staff, UnFile(2016)), Keep, typed);

        var refused = await staff.SubmitAsync(stale, Keep, typed);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("replaces version 1; figures of 193 states differ", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.SubmitAsync(stale, Keep, [.. typed, ("Input.Version", null)])).Status);
        var kept = await staff.SubmitAsync(refused, Keep, typed);

        Assert.Equal(2, kept.Document.QuerySelectorAll("#versions tbody tr").Count(r => r.TextContent.Contains("2016", StringComparison.Ordinal)));
        Assert.Contains("version 2", kept.Document.GetElementById("source")!.TextContent, StringComparison.Ordinal);
        var same = await UploadAsync(staff, UnFile(2016, 0.002m));
        Assert.Contains("the same as version 2", same.Text, StringComparison.Ordinal);
        Assert.Equal([1, 2], await InHubAsync(hub, db => db.EgdiVersions.Where(v => v.Year == 2016).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync()));
    }

    [Fact]
    public async Task Differences_AreListedNotRefused()
    {
        var (_, staff) = await StaffAsync(DatabaseProvider.Sqlite);
        using var __ = staff;
        var lines = UnFile(2014).Split('\n');
        lines[5] = lines[5].Replace(",5,", ",6,", StringComparison.Ordinal);
        lines[10] = lines[10].Replace(",0.95500,0.50000,", ",0.95540,0.50000,", StringComparison.Ordinal);

        var found = await UploadAsync(staff, string.Join('\n', lines));

        Assert.Equal(["6", "11"], found.Document.QuerySelectorAll("#differences tbody tr").Select(r => r.Children[0].TextContent.Trim()).Order(StringComparer.Ordinal).Reverse());
        Assert.NotNull(found.Document.QuerySelector(Keep));
    }

    [Theory]
    [InlineData("Survey Year,Country Name\n2026,Peru\n", "1", "does not name the columns")]
    [InlineData(Head + "\n2026,Atlantis,1,0.5,,0.5,0.5,0.5\n", "2", "no state the product knows by name")]
    [InlineData(Head + "\n2026,Peru,1,1.5,,0.5,0.5,0.5\n", "2", "in the column egdi is no index")]
    [InlineData(Head + "\n2026,Peru,194,0.5,,0.5,0.5,0.5\n", "2", "Write a whole number from 1 to 193")]
    [InlineData(Head + "\n2026,Peru,1,0.5,,0.5,0.5\n", "2", "has 7 fields, not 8")]
    [InlineData(Head + "\n2026,Peru,1,0.5,,0.5,0.5,0.5\n", "2", "has 1 states; the survey has 193")]
    [InlineData(Head + "\n2026,\"Peru,1,0.5,,0.5,0.5,0.5\n", "2", "quotes of this line")]
    public async Task File_ThatCannotBe_IsRefusedWithItsLine(string file, string line, string words)
    {
        var (hub, staff) = await StaffAsync(DatabaseProvider.Sqlite);
        using var _ = staff;

        var page = await UploadAsync(staff, file);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        var row = page.Document.QuerySelector("#problems tbody tr")!.TextContent;
        Assert.Contains($"Line {line}", row, StringComparison.Ordinal);
        Assert.Contains(words, row, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(Keep));
        Assert.Equal(0, await VersionsAsync(hub, 2022));
    }

    [Fact]
    public async Task File_ThatIsNoneOrHuge_IsRefusedAtItsField()
    {
        var (_, staff) = await StaffAsync(DatabaseProvider.Sqlite);
        using var __ = staff;

        var none = await UploadAsync(staff, "");
        var huge = await UploadAsync(staff, new string('x', KeepEgdi.MostLetters + 1));
        var binary = await UploadAsync(staff, "PK\u0003\u0004\0\0");
        var two = await UploadAsync(staff, UnFile(2026) + string.Join('\n', UnFile(2028).Split('\n').Skip(1)));

        Assert.All([none, huge, binary, two], page => Assert.Equal((HttpStatusCode.BadRequest, "#Input_File"), (page.Status, page.Document.QuerySelector("#error-summary a")!.GetAttribute("href"))));
        Assert.Contains("holds 2 editions", two.Text, StringComparison.Ordinal);
    }

    /// <summary>As the UN E-Government Knowledgebase gives it out: names without codes, five decimals.</summary>
    private static string UnFile(int year, decimal less = 0)
    {
        var names = ShippedEgdi.Editions[^1].Countries.Select(c => c.Name == "Türkiye" ? "Turkey" : c.Name).Order(StringComparer.Ordinal).ToList();
        var lines = names.Select((name, at) => string.Create(CultureInfo.InvariantCulture, $"{year},{(name.Contains(',', StringComparison.Ordinal) ? $"\"{name}\"" : name)},{at + 1},{Index(at):0.00000},0.50000,{Index(at):0.00000},{Index(at):0.00000},{Index(at):0.00000}"));
        return $"{Head}\n{string.Join('\n', lines)}\n";

        decimal Index(int at) => 1 - (at * 0.005m) - (at == 192 ? 0.0001m : 0) - less;
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, string file)
    {
        var page = await browser.GetAsync("/egdi/upload");
        var content = new MultipartFormDataContent
        {
            { new StringContent(page.Value("__RequestVerificationToken")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Input.File", "EGOV_DATA.csv" },
        };
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, browser.Absolute("/egdi/upload?handler=Check")) { Content = content });
    }

    private async Task<(TestSpace Hub, TestBrowser Staff)> StaffAsync(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        return (hub, await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme)));
    }

    private static Task<int> VersionsAsync(TestSpace hub, int year) => InHubAsync(hub, db => db.EgdiVersions.CountAsync(v => v.Year == year));

    private static Task<T> InHubAsync<T>(TestSpace hub, Func<HubDbContext, Task<T>> read) => hub.RunAsync(services => read(services.GetRequiredService<HubDbContext>()));
}
