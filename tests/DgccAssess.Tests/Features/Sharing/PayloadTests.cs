using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>What is above the level is not in the payload, and what is small is hidden in it.</summary>
public sealed class PayloadTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Payload_OfEachLevel_HoldsThatAndNothingAbove(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));

        var one = await scene.PayloadAsync(SharingLevel.Participation);
        Assert.Equal((40, 40, 40, null, null, null), (one.Participation.Agencies, one.Participation.Submitted, one.Participation.Published, one.National, one.Areas, one.Agencies));
        var two = await scene.PayloadAsync(SharingLevel.National);
        Assert.NotNull(two.National);
        Assert.Equal((null, null), (two.Areas, two.Agencies));
        var three = await scene.PayloadAsync(SharingLevel.Areas);
        Assert.NotNull(three.Areas);
        Assert.Null(three.Agencies);
        foreach (var level in new[] { one, two, three }) Assert.DoesNotContain("zz-", SharedJson.Write(level), StringComparison.Ordinal);
        var four = await scene.PayloadAsync(SharingLevel.Agencies);
        // Whoever did not consent is nowhere.
        Assert.Equal(39, four.Agencies!.Count);
        Assert.DoesNotContain("zz-regency-20", SharedJson.Write(four), StringComparison.Ordinal);
    }

    [Fact]
    public async Task National_CountsThoseWhoConsented_AndNoZeroIsSaid()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));

        var national = (await scene.PayloadAsync(SharingLevel.National)).National!;
        Assert.Equal((39, 39), (national.Figures.Agencies, national.Verified));
        // 15 at level 2, 7 at 3, 17 at 4; predicates nobody has are hidden as small ones would be, and 39 less the rest must not tell that they are empty.
        Assert.Equal([null, 15, null, 17, null], national.Figures.Predicates);
    }

    [Fact]
    public async Task Areas_WithFewAgenciesInACell_HideItAndWhatWouldGiveItBack()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));

        var areas = (await scene.PayloadAsync(SharingLevel.Areas)).Areas!;
        var ministry = areas.Groups.Single(g => g.Code == "ministry").Figures;
        // Three ministries are at level 2, seventeen at 4: 20 less 17 would tell the three.
        Assert.Null(ministry.Predicates[1]);
        var shown = ministry.Predicates.Append(ministry.Agencies).Count(c => c is null);
        Assert.True(shown >= 2, "One hidden count alone can be computed from the rest.");
    }

    [Fact]
    public async Task Payload_OfTheSameResults_IsTheSameText()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));

        var (first, second) = (SharedJson.Write(await scene.PayloadAsync(SharingLevel.Agencies)), SharedJson.Write(await scene.PayloadAsync(SharingLevel.Agencies)));
        Assert.Equal(first, second);
        Assert.Equal(first, SharedJson.Write(SharedJson.Read(first)));
    }

    [Fact]
    public async Task Payload_BeforeTheEmbargoEnds_HasNoFigures()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite), isPublished: false);
        await scene.Space.PublishNationalAsync(SharingScene.Round, TimeProvider.System.UtcNow.AddDays(3));

        var payload = await scene.PayloadAsync(SharingLevel.Agencies);
        Assert.Equal((null, null, null, null), (payload.National, payload.Areas, payload.Agencies, payload.Participation.NationalAt));
    }
}
