using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Papers;
using DgccAssess.Tests.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace DgccAssess.Tests.Features.Comparison;

/// <summary>What an agency did helps the country that is weak, whoever shares it, as long as it is shared; and its own government reads who looked.</summary>
public sealed class AdviceTests(TestApps apps)
{
    // No other test shares anything on it: the hub is one for all.
    private const string Question = "C19";
    private const string Arabic = "مكتب واحد يجيب عن كل طلب للبيانات خلال أسبوع.";

    [Theory, Databases]
    public async Task Practice_OfAnyCountry_IsShownWhereAChosenOneIsWeak_NotedAndGoneWhenTakenBack(DatabaseProvider provider)
    {
        var (app, hub) = (apps.On(provider), await apps.On(provider).HubAsync());
        var (weak, strong) = (await CountryAsync(app, [9, 9, 5, 5, 5]), await CountryAsync(app, [5, 5, 5, 9, 9]));
        var helper = await CountryAsync(app, [5, 5, 5, 5, 9], SharingLevel.Agencies);
        await helper.SharePracticeAsync("2026", "level-5-0", Question, TestSpace.SomePractice, new TypedPractice("ar", Arabic));
        await helper.RunDueJobsAsync();
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));
        var address = $"/comparison?countries={weak.Space.Id}&countries={strong.Space.Id}";

        var page = await programme.GetAsync(address);
        var advice = page.Document.QuerySelector($"article[aria-labelledby='did-{Question}']")!;
        Assert.Contains($"Weak: \u2068{NameOf(weak)}\u2069.", advice.TextContent, StringComparison.Ordinal);
        Assert.Contains("Agency level-5-0", advice.TextContent, StringComparison.Ordinal);
        Assert.Contains(NameOf(helper), advice.TextContent, StringComparison.Ordinal);
        Assert.Equal("en", advice.QuerySelector(".quoted")!.GetAttribute("lang"));
        Assert.NotNull(page.Document.QuerySelector($"article[aria-labelledby='q-{Question}'] a[href='#did-{Question}']"));
        Assert.Contains(TestSpace.SomePractice, (await programme.GetAsync($"/countries/{helper.Space.Id}")).Text, StringComparison.Ordinal);

        var query = $"countries={weak.Space.Id},{strong.Space.Id}";
        Assert.Contains(TestSpace.SomePractice.Replace(" ", "", StringComparison.Ordinal), PdfFile.Read(await VerifyPageTests.FileAsync(programme, $"/comparison/report.pdf?{query}")).Letters, StringComparison.Ordinal);
        var told = (await programme.GetAsync($"/comparison/comparison.csv?{query}&part=practices")).Body;
        Assert.Contains($"\r\n{Question},", told, StringComparison.Ordinal);
        Assert.Contains($",ar,{Arabic}", told, StringComparison.Ordinal);
        using var workbook = new MemoryStream(await VerifyPageTests.FileAsync(programme, $"/comparison/comparison.xlsx?{query}"));
        Assert.Equal(["comparison", "series", "practices"], workbook.GetSheetNames());
        Assert.Contains(TestSpace.SomePractice, workbook.Query(useHeaderRow: true, sheetName: "practices", excelType: ExcelType.XLSX).Select(row => (string)row.text));
        Assert.Equal(["practices", "country", "practices.pdf", "practices.csv", "practices.xlsx"], await PlacesAsync(hub, helper));
        Assert.Equal(["comparison", "comparison.pdf", "practices.csv", "comparison.xlsx"], await PlacesAsync(hub, weak));

        await helper.WithdrawPracticeAsync("2026", "level-5-0", Question);
        await helper.RunDueJobsAsync();
        Assert.Null((await programme.GetAsync(address)).Document.QuerySelector($"#did-{Question}"));
        Assert.DoesNotContain($"{Question},", (await programme.GetAsync($"/comparison/comparison.csv?{query}&part=practices")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("One office", (await programme.GetAsync($"/countries/{helper.Space.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await hub.RunAsync(s => s.GetRequiredService<HubDbContext>().SharedPracticeSlices.CountAsync(p => p.Question == Question)));
    }

    [Fact]
    public async Task Practice_WhereNobodyChosenNeedsIt_IsNotShown()
    {
        var (app, hub) = (apps.On(DatabaseProvider.Sqlite), await apps.On(DatabaseProvider.Sqlite).HubAsync());
        var (one, two) = (await CountryAsync(app, [5, 5, 5, 9, 9], SharingLevel.Agencies), await CountryAsync(app, [5, 5, 5, 9, 9]));
        await one.SharePracticeAsync("2026", "level-5-0", "C3");
        await one.RunDueJobsAsync();
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        Assert.Null((await programme.GetAsync($"/comparison?countries={one.Space.Id}&countries={two.Space.Id}")).Document.QuerySelector("#did-C3"));
    }

    private static async Task<TestSpace> CountryAsync(TestApp app, int[] atLevels, SharingLevel level = SharingLevel.National)
    {
        var space = await app.CreateSpaceAsync();
        await space.ImportInstrumentAsync("dgcc-2026");
        await space.ApproveCoreAsync("dgcc-2026");
        await space.ShareRoundAsync("2026", atLevels, level: level);
        return space;
    }

    private static string NameOf(TestSpace space) => space.Space.Settings.Names.Values["en"];

    private static Task<List<string>> PlacesAsync(TestSpace hub, TestSpace space) => hub.RunAsync(s =>
        s.GetRequiredService<HubDbContext>().SharedAccesses.Where(a => a.PartnerId == space.Space.Id).OrderBy(a => a.At).Select(a => a.Place).ToListAsync());
}
