using DgccAssess.Core.Data;
using DgccAssess.Core.Features.National;
using DgccAssess.Scoring.Instruments;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.National;

/// <summary>No public figure gives back an agency that did not consent.</summary>
public sealed class PublicNationalTests(TestApps apps)
{
    private static readonly Rounding Two = new(2, RoundingMode.HalfUp);

    [Fact]
    public async Task OneUnnamedInAGroup_ItsMeanAndTheNationsAreOfTheNamed()
    {
        var open = PublicNational.Of(await SmallNation.DocumentAsync(await SmallNation.BuildAsync(apps.On(DatabaseProvider.Sqlite)), "2022"), Two)!;

        // kab-a (3) is unnamed: 4, 3, 2 and 1 are left.
        Assert.Equal((4, 2.50m), (open.Whole.Count, open.Whole.Mean.Index));
        Assert.Equal((1, 2.00m), open.Groups.Where(g => g.Code == "regency").Select(g => (g.Count, g.Mean.Index)).Single());
        Assert.Equal(["1", "2", "3", "4"], open.Agencies.Select(a => $"{a.Rank.Place}"));
        Assert.DoesNotContain("kab-a", NationalReader.Write(open), StringComparison.Ordinal);
        Assert.All(open.Agencies, a => Assert.Null(a.Self));
        Assert.Equal((null, null, 0), (open.Sensitivity, open.Whole.Gap, open.Unmet.Count));
        Assert.Equal((2, 0.50m), (open.Whole.Change!.Panel.Count, open.Whole.Change.Panel.Difference));
    }

    [Fact]
    public async Task FiveUnnamedTogether_TheirGroupsMeanIsTheOfficialOne()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await space.PublishRoundAsync("2022",
        [
            .. Enumerable.Range(0, 5).Select(i => new AgencyToPublish($"kab-{i}", "regency", 5) { Consent = false }), new("kab-named", "regency", 2), new("kota-a", "city", 3), new("kota-b", "city", 1) { Consent = false },
        ]);
        var open = PublicNational.Of(await SmallNation.DocumentAsync(space, "2022"), Two)!;

        Assert.Equal((6, 4.50m), open.Groups.Where(g => g.Code == "regency").Select(g => (g.Count, g.Mean.Index)).Single());
        Assert.Equal((1, 3.00m), open.Groups.Where(g => g.Code == "city").Select(g => (g.Count, g.Mean.Index)).Single());
        // The nation's total less the regencies' would give back kota-b.
        Assert.Equal((2, 2.50m), (open.Whole.Count, open.Whole.Mean.Index));
        Assert.Equal((2m, 2m), open.Groups.Where(g => g.Code == "regency").Select(g => (g.Box.Lowest.Index, g.Box.Highest.Index)).Single());
    }

    [Fact]
    public async Task EverybodyNamed_FiguresAreTheOfficialOnes()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await space.PublishRoundAsync("2022", [new("kota-a", "city", 3), new("kota-b", "city", 1)]);
        var document = await SmallNation.DocumentAsync(space, "2022");
        var open = PublicNational.Of(document, Two)!;

        Assert.Equal((document.Whole.Mean, document.Sensitivity), (open.Whole.Mean, open.Sensitivity));
        Assert.Equal(document.Agencies.Select(a => a.Rank), open.Agencies.Select(a => a.Rank));
    }

    [Fact]
    public async Task NobodyNamed_ThereIsNothing()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await space.PublishRoundAsync("2022", [new("kota-a", "city", 3) { Consent = false }]);

        Assert.Null(PublicNational.Of(await SmallNation.DocumentAsync(space, "2022"), Two));
    }
}
