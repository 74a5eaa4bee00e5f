using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Results;
using DgccAssess.Tests.Press;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Papers;

/// <summary>Papers as pages hand them out: to whom, with which number, and what a reader's program finds in them.</summary>
public sealed class PaperFilesTests(TestApps apps)
{
    private const string Assessment = $"/rounds/{Diagnosis.Round}/agencies/{Diagnosis.Agency}";

    [Theory, Databases]
    public async Task MinutesAndConsent_OfASignOff_AreForTheAgencyAndInTheRegister(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var diagnosis = await Diagnosis.OpenAsync(space);
        using var coordinator = await space.AsAsync(await space.CreatePersonAsync(Roles.Coordinator, diagnosis.AgencyId));
        using var other = await space.AsAsync(await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("other-agency")));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"{Assessment}/sign-off/minutes.pdf")).Status);
        await diagnosis.SignOffAsync();

        foreach (var (paper, words) in new[] { ("minutes", "Minutesoftheself-assessment"), ("consent", "Publicationconsent") })
        {
            var file = await VerifyPageTests.FileAsync(coordinator, $"{Assessment}/sign-off/{paper}.pdf?language=en");
            var pdf = PdfFile.Read(file);
            Assert.Equal(file, await VerifyPageTests.FileAsync(coordinator, $"{Assessment}/sign-off/{paper}.pdf?language=en"));
            Assert.Contains(words, pdf.Letters, StringComparison.Ordinal);
            Assert.Contains("Agencykemenko-perekonomian", pdf.Letters, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"{Assessment}/sign-off/{paper}.pdf")).Status);
        }

        var papers = await space.ReadAsync(db => db.IssuedPapers.OrderBy(p => p.Sequence).ToListAsync());
        Assert.Equal([PaperKind.Minutes, PaperKind.Consent], papers.Select(p => p.Kind));
        using var anybody = space.Anonymous();
        var page = await anybody.GetAsync($"/verify/{papers[0].Number}");
        Assert.NotNull(page.Document.QuerySelector("#closed"));
        Assert.DoesNotContain("kemenko", page.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en", "ua1")]
    [InlineData("id", "a2a")]
    public async Task NationalReport_OfAPublishedRound_HasANumberAndADraftHasNone(string language, string standard)
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await space.PublishRoundAsync("2021", [new("kemenkeu", "ministry", 3) { Region = "java" }, new("kab-a", "regency", 2) { Region = "java", Consent = false }, new("kota-c", "city", 1) { Synthetic = true }]);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var address = $"/rounds/2021/national/report.pdf?language={language}&standard={standard}";

        var draft = PdfFile.Read(await VerifyPageTests.FileAsync(organizer, address));
        Assert.Equal(0, await space.ReadAsync(db => db.IssuedPapers.CountAsync()));
        await space.PublishNationalAsync("2021");
        var file = await VerifyPageTests.FileAsync(organizer, address);
        var report = PdfFile.Read(file);

        var paper = await space.ReadAsync(db => db.IssuedPapers.SingleAsync());
        Assert.Equal((PaperKind.NationalReport, "rounds/2021"), (paper.Kind, paper.Subject));
        Assert.Contains(paper.Number, report.Letters, StringComparison.Ordinal);
        Assert.True(report.Tagged && report.Pages > 10, $"{report.Pages} pages");
        Assert.Contains("Agencykemenkeu", report.Letters, StringComparison.Ordinal);
        Assert.DoesNotContain("kab-a", report.Letters, StringComparison.Ordinal);
        Assert.NotEqual(draft.Letters, report.Letters);
        Assert.Equal(file, await VerifyPageTests.FileAsync(organizer, address));
    }

    [Theory, Databases]
    public async Task Certificate_TellsWhoWonOnceTheAwardIsRevealed(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.PublishFiguresAsync("2026", "dgcc-2026", new PublishedAgency("kemenkeu", 4.3m), new PublishedAgency("kemendagri", 1.2m));
        await space.DeclareAwardsAsync("awards/levels-by-index");
        await space.OpenAwardRoundAsync("gala", "levels-by-index", "2026");
        await space.MoveAwardRoundAsync("gala", AwardStage.Sealed);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        using var anybody = space.Anonymous();

        var file = await VerifyPageTests.FileAsync(organizer, "/award-rounds/gala/certificates/levels/kemenkeu.pdf?language=en");
        var number = await space.ReadAsync(db => db.IssuedPapers.Select(p => p.Number).SingleAsync());
        var closed = await anybody.GetAsync($"/verify/{number}");
        await space.MoveAwardRoundAsync("gala", AwardStage.Revealed);
        var open = await anybody.GetAsync($"/verify/{number}");

        Assert.Contains(number, PdfFile.Read(file).Letters, StringComparison.Ordinal);
        Assert.Equal(1, PdfFile.Read(file).Pages);
        Assert.NotNull(closed.Document.QuerySelector("#closed"));
        Assert.DoesNotContain("kemenkeu", closed.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("kemenkeu", open.Document.QuerySelector("#winner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync("/award-rounds/gala/certificates/levels/kemendagri.pdf")).Status);
    }

    [Fact]
    public async Task Interview_IsForOrganizersAndNamesNoAssessor()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        var diagnosis = await Diagnosis.OpenAsync(space);
        await diagnosis.SignOffAsync();
        await diagnosis.ReviewAsync();
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        using var agency = await space.AsAsync(await space.CreatePersonAsync(Roles.Coordinator, diagnosis.AgencyId));

        var form = PdfFile.Read(await VerifyPageTests.FileAsync(organizer, $"{Assessment}/interview.pdf?language=en"));

        Assert.Contains("Noindicatorwasmarkedforclarification", form.Letters, StringComparison.Ordinal);
        Assert.DoesNotContain("SecretAssessor", form.Letters, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await agency.GetAsync($"{Assessment}/interview.pdf")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await organizer.GetAsync($"{Assessment}/interview.pdf?language=xx")).Status);
    }
}
