using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Papers;
using DgccAssess.Tests.Features.Sharing;
using DgccAssess.Tests.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Countries;

/// <summary>A country on one page: what a reader's program finds in it, and that the partner can read who took it.</summary>
public sealed class BriefTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Brief_InEveryLanguage_IsOnePageOfWhatIsSharedAndInTheLedger(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        var year = TimeProvider.System.GetUtcNow().Year + 1;
        var number = await scene.AgreeAsync(SharingLevel.Areas, endsOn: new DateOnly(year, 12, 31));
        await scene.Space.RunDueJobsAsync();
        var shared = Assert.Single(await scene.InForceAsync());
        using var programme = await scene.Hub.AsAsync(await scene.Hub.CreatePersonAsync(Roles.Programme));

        foreach (var (language, words) in new[]
        {
            ("en", $"AgreementNo.{number},until31December{year}"), ("ko", $"공유협약제{number}호,유효기간{year}년12월31일까지"), ("id", $"PerjanjianNo.{number},sampai31Desember{year}"), ("fr", $"Accordn°{number},jusqu’au31décembre{year}"),
        })
        {
            var pdf = PdfFile.Read(await VerifyPageTests.FileAsync(programme, $"/countries/{scene.Partner}/brief.pdf?language={language}"));
            Assert.Equal((1, true), (pdf.Pages, pdf.Tagged));
            Assert.Contains(words, pdf.Letters, StringComparison.Ordinal);
            Assert.Contains(shared.Payload!.Instrument.Hash[..12], pdf.Letters, StringComparison.Ordinal);
            Assert.Contains("pdfuaid:part", pdf.Metadata, StringComparison.Ordinal);
            Assert.DoesNotContain("zz-", pdf.Letters, StringComparison.Ordinal);
        }

        var entries = await LedgerAsync(scene);
        Assert.Equal(4, entries.Count);
        Assert.All(entries, e => Assert.Equal((AccessKind.Exported, "brief.pdf", SharingScene.Round, shared.Number, SharingLevel.Areas, number), (e.Kind, e.Place, e.Round, e.Number, e.Level, e.Agreement)));
    }

    [Fact]
    public async Task Brief_OfHiddenFigures_SaysSoAndNeverZero()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.AgreeAsync(SharingLevel.National);
        await scene.Space.RunDueJobsAsync();
        var national = Assert.Single(await scene.InForceAsync()).Payload!.National!;
        Assert.Contains(null, national.Figures.Predicates);
        using var programme = await scene.Hub.AsAsync(await scene.Hub.CreatePersonAsync(Roles.Programme));

        var letters = PdfFile.Read(await VerifyPageTests.FileAsync(programme, $"/countries/{scene.Partner}/brief.pdf?language=en")).Letters;

        Assert.Contains($"n={national.Figures.MeanOf}", letters, StringComparison.Ordinal);
        Assert.Contains("…(hidden)", letters, StringComparison.Ordinal);
        Assert.Contains("Countsbelow5arehidden", letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brief_AtTheDefaultLevel_SaysThatNoResultsAreShared()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.SettleAsync();
        using var programme = await scene.Hub.AsAsync(await scene.Hub.CreatePersonAsync(Roles.Programme));

        var letters = PdfFile.Read(await VerifyPageTests.FileAsync(programme, $"/countries/{scene.Partner}/brief.pdf?language=en")).Letters;

        Assert.Contains("defaultlevel,noagreement", letters, StringComparison.Ordinal);
        Assert.Contains("Atthislevelnoresultsareshared", letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brief_InALanguageNotOffered_OfNothingSharedOrForNobody_IsRefusedAndNotNoted()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.AgreeAsync(SharingLevel.National);
        await scene.Space.RunDueJobsAsync();
        var address = $"/countries/{scene.Partner}/brief.pdf";
        using var programme = await scene.Hub.AsAsync(await scene.Hub.CreatePersonAsync(Roles.Programme));
        using var operators = await scene.Hub.AsAsync(await scene.Hub.CreatePersonAsync(Roles.Operator));

        var unknown = await programme.GetAsync($"{address}?language=uz");

        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Contains("language", unknown.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync("/countries/nowhere/brief.pdf?language=en")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await operators.GetAsync($"{address}?language=en")).Status);
        Assert.Empty(await LedgerAsync(scene));
    }

    [Fact]
    public async Task Brief_ThatCannotBeSet_IsNotedBefore()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite, new Dictionary<string, string> { ["Press:NodePath"] = "no-such-program" });
        var scene = await SharingScene.OpenAsync(app);
        await scene.AgreeAsync(SharingLevel.National);
        await scene.Space.RunDueJobsAsync();
        using var programme = await scene.Hub.AsAsync(await scene.Hub.CreatePersonAsync(Roles.Programme));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await programme.GetAsync($"/countries/{scene.Partner}/brief.pdf?language=ko")).Status);
        Assert.Equal("brief.pdf", Assert.Single(await LedgerAsync(scene)).Place);
    }

    private static Task<List<SharedAccess>> LedgerAsync(SharingScene scene) =>
        scene.InHubAsync(services => services.GetRequiredService<HubDbContext>().SharedAccesses.AsNoTracking().Where(a => a.PartnerId == scene.Partner).ToListAsync());
}
