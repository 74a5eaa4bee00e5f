using System.IO.Compression;
using System.Net;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace DgccAssess.Tests.Features.Results;

public sealed class RoundFileTests(TestApps apps)
{
    private const string Files = "/rounds/2021/files";
    private const string Formula = "=HYPERLINK(\"http://evil.example\")";

    [Theory, Databases]
    public async Task Results_AsCsv_HaveARowPerAgencyInOrder(DatabaseProvider provider)
    {
        var (_, organizer) = await RoundAsync(provider);
        using var browser = organizer;

        var lines = await LinesAsync(browser, $"{Files}/results?format=csv");

        Assert.StartsWith("\uFEFFround,instrument,agency,name,group,region,synthetic,index,predicate,indexExact,indexSelf,version,publicationConsent,D1,D1.exact,A1,A1.exact", lines[0], StringComparison.Ordinal);
        Assert.Equal(["b-ministry", "c-city"], lines.Skip(1).Select(l => l.Split(',')[2]));
        Assert.Contains(",2.00,fair,2,", lines[1], StringComparison.Ordinal);
        Assert.False((await LinesAsync(browser, $"{Files}/results?format=csv&bom=0"))[0].StartsWith('\uFEFF'));
    }

    [Theory, Databases]
    public async Task Ratings_LongAndWide_HoldEveryStage(DatabaseProvider provider)
    {
        var (_, organizer) = await RoundAsync(provider);
        using var browser = organizer;

        var (rows, wide) = (await SheetAsync(browser, $"{Files}/ratings-long?format=xlsx"), await SheetAsync(browser, $"{Files}/ratings-wide?format=xlsx"));

        var ofOne = rows.Where(r => (string)r["agency"] == "b-ministry" && (string)r["indicator"] == "I7").ToList();
        Assert.Contains(ofOne, r => (string)r["stage"] == "self" && Convert.ToDecimal(r["value"], null) == 3);
        Assert.Contains(ofOne, r => (string)r["stage"] == "final" && Convert.ToDecimal(r["value"], null) == 2);
        Assert.Equal(2, wide.Count);
        Assert.Equal(9 + (47 * 3), wide[0].Count);
        Assert.Equal((3m, 2m), (Convert.ToDecimal(wide[0]["I7.self"], null), Convert.ToDecimal(wide[0]["I7.final"], null)));
    }

    [Theory, Databases]
    public async Task Names_LikeFormulas_StayText(DatabaseProvider provider)
    {
        var (space, organizer) = await RoundAsync(provider);
        using var browser = organizer;
        await space.RunAsync(async services =>
        {
            var db = services.GetRequiredService<TenantDbContext>();
            var agency = await db.Agencies.SingleAsync(a => a.Code == "c-city");
            agency.Describe(agency.Group, agency.Names, Formula, agency.Synthetic);
            services.GetRequiredService<AuditTrail>().Record(new Moved("c-city"));
            await db.SaveChangesAsync();
        });

        var csv = await LinesAsync(browser, $"{Files}/results?format=csv");
        using var zip = new ZipArchive(await (await ResponseAsync(browser, $"{Files}/results?format=xlsx")).Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();

        Assert.Contains("'=HYPERLINK", csv[2], StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Files}/results?format=pdf", HttpStatusCode.BadRequest)]
    [InlineData($"{Files}/results?format=csv&bom=yes", HttpStatusCode.BadRequest)]
    [InlineData($"{Files}/everything?format=csv", HttpStatusCode.NotFound)]
    [InlineData("/rounds/1999/files/results?format=csv", HttpStatusCode.NotFound)]
    [InlineData("/rounds/1999/files", HttpStatusCode.NotFound)]
    public async Task File_ThatIsNone_IsRefused(string address, HttpStatusCode status)
    {
        var (_, organizer) = await RoundAsync(DatabaseProvider.Sqlite);
        using var browser = organizer;

        Assert.Equal(status, (await browser.GetAsync(address)).Status);
    }

    private async Task<(TestSpace, TestBrowser)> RoundAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.PublishRoundAsync("2021", [new("c-city", "city", 4), new("b-ministry", "ministry", 2) { Self = 3 }]);
        return (space, await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer)));
    }

    private static async Task<HttpResponseMessage> ResponseAsync(TestBrowser browser, string address)
    {
        var response = await browser.Client.GetAsync(new Uri(browser.Absolute(address), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    private static async Task<string[]> LinesAsync(TestBrowser browser, string address) =>
        System.Text.Encoding.UTF8.GetString(await (await ResponseAsync(browser, address)).Content.ReadAsByteArrayAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static async Task<List<IDictionary<string, object>>> SheetAsync(TestBrowser browser, string address)
    {
        using var file = new MemoryStream(await (await ResponseAsync(browser, address)).Content.ReadAsByteArrayAsync());
        return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>()];
    }

    private sealed record Moved(string Code) : AuditFact($"agencies/{Code}");
}
