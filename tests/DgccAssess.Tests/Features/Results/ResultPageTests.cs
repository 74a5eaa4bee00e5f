using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Results;

public sealed class ResultPageTests(TestApps apps)
{
    private const string Address = $"/rounds/{Diagnosis.Round}/agencies/{Diagnosis.Agency}/result";

    [Theory, Databases]
    public async Task Result_OfThePublishedRatings_ShowsThePublishedFigures(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());
        using var browser = await diagnosis.Space.AsAsync(await diagnosis.Space.CreatePersonAsync(Roles.Reader, diagnosis.AgencyId));

        var page = await browser.GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(("2.95", "Good", "2.9475"), (Text(page, ".index"), Text(page, ".predicate"), Text(page, "#exact-index")));
        Assert.All(Diagnosis.PublishedFigures("domain", "D"), d => Assert.Equal(d.Value, Figure(page, d.Key)));
        Assert.All(Diagnosis.PublishedFigures("aspect", "A"), a => Assert.Equal(a.Value, Figure(page, a.Key)));
        Assert.Equal(12, Diagnosis.PublishedFigures("domain", "D").Count + Diagnosis.PublishedFigures("aspect", "A").Count);
        Assert.Contains("The self-assessment said 3.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret Assessor", page.Body, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Result_OfEachIndicator_SaysLevelReasonAndWhatIsMissing(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());
        using var browser = await diagnosis.Space.AsAsync(await diagnosis.Space.CreatePersonAsync(Roles.Reader, diagnosis.AgencyId));

        var page = await browser.GetAsync(Address);

        Assert.Equal(47, Diagnosis.PublishedLevels.Keys.Count(code => page.Document.GetElementById(code) is not null));
        var row = Text(page, "#I44");
        Assert.Contains("Reason of I44.", row, StringComparison.Ordinal);
        Assert.Contains("2 Interaction", row, StringComparison.Ordinal);
        var texts = ShippedInstruments.Get("spbe-2020").TextsIn("en");
        Assert.Contains(texts.Criterion("I44.3.a"), row, StringComparison.Ordinal);
        Assert.DoesNotContain(texts.Criterion("I44.2.a"), row, StringComparison.Ordinal);
        Assert.Contains("This is the highest level.", Text(page, "#I13"), StringComparison.Ordinal);
        Assert.Contains("Service of I45", Text(page, "#I45"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spbe-2020", "ID", "en", "2.95", "Good")]
    [InlineData("spbe-2020", "ID", "id", "2,95", "Baik")]
    [InlineData("dgcc-2026", "TN", "fr", "2,95", "Bien")]
    [InlineData("dgcc-2026", "TN", "ar", "2,95", "حسن")]
    public async Task Result_InALanguage_HasItsWordsAndSeparators(string instrument, string country, string language, string index, string predicate)
    {
        var space = await In(country, await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync());
        var diagnosis = await Diagnosis.PublishAsync(space, instrument);
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Reader, diagnosis.AgencyId));
        browser.Speak(language);

        var page = await browser.GetAsync(Address);

        Assert.Equal((index, predicate), (Text(page, ".index"), Text(page, ".predicate")));
        Assert.Equal(language == "ar" ? "rtl" : "ltr", page.Document.DocumentElement.GetAttribute("dir"));
        Assert.DoesNotContain("Story.", page.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Result_BeforePublication_IsNotFound(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.OpenAsync(await apps.On(provider).CreateSpaceAsync());
        await diagnosis.SignOffAsync();
        await diagnosis.ReviewAsync();
        await diagnosis.ConsolidateAsync();
        using var agency = await diagnosis.Space.AsAsync(await diagnosis.Space.CreatePersonAsync(Roles.Coordinator, diagnosis.AgencyId));
        using var organizer = await diagnosis.Space.AsAsync(await diagnosis.Space.CreatePersonAsync(Roles.Organizer));

        foreach (var page in new[] { Address, $"{Address}/trace", $"{Address}/radar.svg", $"{Address}/report.pdf", $"{Address}/report.docx" })
            Assert.Equal(HttpStatusCode.NotFound, (await agency.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agency.GetAsync($"{Address}/trace?of=final")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await organizer.GetAsync($"{Address}/trace?of=final")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await organizer.GetAsync($"{Address}/trace?of=draft")).Status);
    }

    [Theory, Databases]
    public async Task Result_ForAnotherAgency_IsForbidden(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());
        using var other = await diagnosis.Space.AsAsync(await diagnosis.Space.CreatePersonAsync(Roles.Reader, await diagnosis.Space.AgencyIdAsync("other-agency")));

        foreach (var page in new[] { Address, $"{Address}/trace", $"{Address}/radar.svg", $"{Address}/report.pdf", $"{Address}/report.docx" })
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(page)).Status);
    }

    [Theory, Databases]
    public async Task Result_Corrected_ShowsTheNewVersionItsReasonAndTheOldOne(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());
        await diagnosis.CorrectAsync("I21", 3, "The policy of 2020 had been overlooked.");
        using var browser = await diagnosis.Space.AsAsync(await diagnosis.Space.CreatePersonAsync(Roles.Reader, diagnosis.AgencyId));

        var page = await browser.GetAsync(Address);

        Assert.Equal("2.98", Text(page, ".index"));
        Assert.Contains("The policy of 2020 had been overlooked.", Text(page, "#correction"), StringComparison.Ordinal);
        var versions = page.Document.QuerySelectorAll("#versions tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, versions.Count);
        Assert.Contains("2.98", versions[0], StringComparison.Ordinal);
        Assert.Contains("2.95", versions[1], StringComparison.Ordinal);
    }

    internal static async Task<TestSpace> In(string country, TestSpace space)
    {
        var settings = space.Space.Settings with { Country = country };
        return new TestSpace(space.App, await space.App.Services.GetRequiredService<RegisterSpace>().HandleAsync(space.Space.Id, SpaceKind.Tenant, settings));
    }

    private static string Figure(TestPage page, string code) => page.Document.QuerySelectorAll($"#tiers tr[data-code={code}] td")[1].TextContent.Trim();

    private static string Text(TestPage page, string selector) =>
        string.Join(' ', (page.Document.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
