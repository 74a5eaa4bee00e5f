using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>Drafting, signing and revoking: what is signed is what was looked at.</summary>
public sealed class AgreementTests(TestApps apps)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.UtcNow);

    [Theory, Databases]
    public async Task Signing_WithoutThePaper_IsRefusedFromNationalFiguresOn(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        var number = await scene.Space.DraftAgreementAsync(SharingScene.Round, SharingLevel.National, Today, Today.AddYears(1));

        Assert.Equal(SharingMessages.DocumentMissing, (await scene.Space.SignAgreementAsync(number)).Problems.Single().Message);
        Assert.Equal(SharingMessages.DocumentNoPdf, (await scene.Space.AddAgreementPaperAsync(number, "a letter")).Problems.Single().Message);
        Assert.True((await scene.Space.AddAgreementPaperAsync(number)).Succeeded);
        Assert.True((await scene.Space.SignAgreementAsync(number)).Succeeded);
        Assert.Equal(ResultKind.Conflict, (await scene.Space.AddAgreementPaperAsync(number, "%PDF- another")).Kind);
    }

    [Fact]
    public async Task Signing_AfterAnotherResultWasPublished_AsksToLookAgain()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var number = await scene.Space.DraftAgreementAsync(SharingScene.Round, SharingLevel.National, Today, Today.AddYears(1));
        await scene.Space.AddAgreementPaperAsync(number);
        var looked = await scene.Space.PreviewHashAsync(SharingScene.Round, SharingLevel.National);
        await scene.Space.PublishNationalAsync(SharingScene.Round, reason: "A sum was wrong.", version: 1);

        Assert.Equal(SharingMessages.PreviewChanged, (await scene.Space.SignAgreementAsync(number, looked)).Problems.Single().Message);
        Assert.Equal(AgreementState.Draft, await StateAsync(scene, number));
    }

    [Fact]
    public async Task Signing_Twice_IsOnce_AndAnOldPageIsStale()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var number = await scene.Space.DraftAgreementAsync(SharingScene.Round, SharingLevel.Participation, Today, Today.AddYears(1));
        Assert.Equal(ResultKind.Stale, (await scene.Space.SignAgreementAsync(number, version: 7)).Kind);

        Assert.True((await scene.Space.SignAgreementAsync(number)).Succeeded);
        Assert.True((await scene.Space.SignAgreementAsync(number, version: 1)).Succeeded);
        Assert.Equal(1, await scene.Space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(AgreementSigned))));
    }

    [Theory, Databases]
    public async Task Signing_AtTheSameInstantTwice_LeavesOneOrderWithoutGaps(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        var numbers = new[] { await scene.Space.DraftAgreementAsync(SharingScene.Round, SharingLevel.Participation), await scene.Space.DraftAgreementAsync(SharingScene.Round, SharingLevel.Participation) };

        var signed = await Task.WhenAll(numbers.Select(number => scene.Space.SignAgreementAsync(number)));

        // Whoever came too late is told, and nothing of it is written.
        Assert.All(signed, result => Assert.True(result.Kind is ResultKind.Ok or ResultKind.Stale, result.Kind.ToString()));
        Assert.Contains(signed, result => result.Succeeded);
        var sequences = await scene.Space.ReadAsync(db => db.SharingPublications.OrderBy(p => p.Sequence).Select(p => p.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, sequences.Count), sequences);
        Assert.Equal(signed.Count(result => result.Succeeded), await scene.Space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(AgreementSigned))));
    }

    [Fact]
    public async Task Agreement_Later_ReplacesTheOneBefore()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var first = await scene.AgreeAsync(SharingLevel.Agencies);
        var second = await scene.AgreeAsync(SharingLevel.Nothing);
        await scene.Space.RunDueJobsAsync();

        Assert.Equal((AgreementState.Replaced, AgreementState.Concluded), (await StateAsync(scene, first), await StateAsync(scene, second)));
        Assert.Empty(await scene.InForceAsync());
    }

    [Fact]
    public void Terms_ThatCantHold_NameTheirField()
    {
        Assert.Equal([nameof(AgreementTerms.Purpose), nameof(AgreementTerms.EndsOn)], SharingRules.Check(new(SharingLevel.National, "", Today, Today.AddDays(-1))).Select(p => p.Field));
        Assert.Equal(SharingMessages.TooLongPeriod, SharingRules.Check(new(SharingLevel.National, "To learn.", Today, Today.AddYears(6))).Single().Message);
        Assert.Empty(SharingRules.Check(new(SharingLevel.National, "To learn.", Today, Today)));
    }

    private static Task<AgreementState> StateAsync(SharingScene scene, int number) => scene.Space.ReadAsync(db => db.SharingAgreements.Where(a => a.Number == number).Select(a => a.State).SingleAsync());
}
