using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>Programme staff set countries side by side without touching a mouse, and take away what they saw.</summary>
public sealed class ComparisonTests(Product product) : BrowserTest(product)
{
    /// <summary>Question, country and counts of every row of figures.</summary>
    private const string Rows = """
        () => [...document.querySelectorAll("article[aria-labelledby^='q-'] tbody tr:not(.core-none)")].map(row => [
          row.closest('article').getAttribute('aria-labelledby').slice(2), row.querySelector('th bdi').textContent,
          ...[...row.querySelectorAll('td .of')].map(count => count.textContent.replace(/\D/g, '')),
        ].join(','))
        """;

    [Fact]
    public async Task Countries_ChosenWithKeysAlone_StandSideBySideOnThePageAndInItsFiles()
    {
        var hub = await App.HubAsync();
        var (one, two, small) = (await CountryAsync("Northland", "UZ", 5, 6, 7, 8, 9), await CountryAsync("Southland", "RS", 9, 8, 7, 6, 5), await CountryAsync("Islands", "FJ", 1, 1, 1, 0, 0));
        var page = await OpenAsync(hub, await hub.CreatePersonAsync(Roles.Programme));

        await EnterAsync(page, ".site-nav a[href$='/comparison']");
        foreach (var space in new[] { one, two, small }.OrderBy(s => s.Space.Settings.Names.In("en"), StringComparer.Ordinal)) await ChooseAsync(page, space);
        await EnterAsync(page, "main form .btn-primary");

        await Expect(page.Locator("section[aria-labelledby=badge-title] .tag")).ToHaveTextAsync("Comparable with care");
        await Expect(page.Locator("section[aria-labelledby=left-title] li").First).ToContainTextAsync("Islands");
        await Expect(page.Locator("section[aria-labelledby=gaps-title] h3:has-text('Northland') + ul li").First).ToContainTextAsync("not measured");
        var shown = await page.EvaluateAsync<string[]>(Rows);
        Assert.Contains("C2,Northland,5,6,7,8,9", shown);

        Assert.Equal(shown, FromCsv(await TakeAsync(page, "csv")));
        Assert.Equal(shown, FromWorkbook(await TakeAsync(page, "xlsx")));

        await EnterAsync(page, $"main a[href$='/comparison/peers?country={one.Space.Id}']");
        await Expect(page.Locator("#alike th")).ToContainTextAsync(["Southland"]);
        await Expect(page.Locator("#left-out")).ToContainTextAsync("Islands");
        await EnterAsync(page, $"#alike a[href$='/comparison?countries={one.Space.Id},{two.Space.Id}']");
        await Expect(page.Locator("section[aria-labelledby=badge-title] .tag")).ToHaveTextAsync("Comparable with care");
    }

    private async Task<TestSpace> CountryAsync(string name, string country, params int[] atLevels)
    {
        var space = await App.CreateSpaceAsync(_ => new() { Names = LocalizedText.Of(("en", name)), Languages = ["en"], TimeZone = "UTC", Country = country, SupportContact = "support@example.org", MfaRoles = [] });
        await space.ImportInstrumentAsync("dgcc-2026");
        await space.ApproveCoreAsync("dgcc-2026");
        await space.ShareRoundAsync("2026", atLevels);
        return space;
    }

    private static async Task EnterAsync(IPage page, string selector)
    {
        await page.TabToAsync(selector);
        await page.FollowAsync(() => page.Keyboard.PressAsync("Enter"));
    }

    private static async Task ChooseAsync(IPage page, TestSpace country)
    {
        await page.TabToAsync($"#c-{country.Space.Id}");
        await page.Keyboard.PressAsync("Space");
    }

    private static async Task<string> TakeAsync(IPage page, string format)
    {
        await page.TabToAsync($"main a[href*='/comparison.{format}']");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        return (await download.PathAsync())!;
    }

    private static IEnumerable<string> FromCsv(string path)
    {
        var lines = File.ReadLines(path).Select(line => line.Split(',')).ToList();
        return Shown(lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second)));
    }

    private static IEnumerable<string> FromWorkbook(string path)
    {
        using var file = File.OpenRead(path);
        return [.. Shown(file.Query(useHeaderRow: true, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>()
            .Select(row => row.ToDictionary(cell => cell.Key, cell => Convert.ToString(cell.Value, CultureInfo.InvariantCulture) ?? "")))];
    }

    private static IEnumerable<string> Shown(IEnumerable<Dictionary<string, string>> rows) =>
        from row in rows
        where row["availability"] == "shown" && row["badge"] != "notComparable"
        let counts = row["form"] == "bands" ? row.Where(cell => cell.Key.StartsWith("band_", StringComparison.Ordinal)) : row.Where(cell => cell.Key.StartsWith("level", StringComparison.Ordinal))
        select string.Join(',', [row["question"], row["country"] == "UZ" ? "Northland" : "Southland", .. counts.Select(count => count.Value).Where(count => count.Length > 0)]);
}
