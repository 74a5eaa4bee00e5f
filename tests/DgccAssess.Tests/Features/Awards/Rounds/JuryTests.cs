using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Awards.Rounds;

public sealed class JuryTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Scores_BeforeAllAreIn_AreSeenByNobody(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        var organizer = await scene.ScoringAsync();
        var juror = await scene.AsAsync(scene.Jurors[0]);
        var other = await scene.AsAsync(scene.Jurors[1]);
        var auditor = await scene.AsAsync(await scene.Space.CreatePersonAsync(Roles.Auditor));
        Assert.Equal(HttpStatusCode.OK, (await JuryScene.ScoreAsync(juror, JuryScene.One, "73.51", "Telling remark.")).Status);

        foreach (var (reader, address) in new[]
        {
            (organizer, JuryScene.At("/jury")), (organizer, JuryScene.At("/ranking")), (organizer, JuryScene.At("/ranking?Category=jury-prize")), (organizer, JuryScene.At("/nominations/agency-one")),
            (other, JuryScene.At("/judge")), (other, JuryScene.At("/judge/agency-one")), (auditor, JuryScene.At("/jury")), (auditor, "/audit"),
        })
        {
            var page = await reader.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, page.Status));
            Assert.DoesNotContain("73.51", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Telling remark", page.Body, StringComparison.Ordinal);
        }

        Assert.Contains("no-jury-scores", (await organizer.GetAsync(JuryScene.At("/ranking"))).Body, StringComparison.Ordinal);
        var refused = await JuryScene.StepAsync(organizer);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Scores awaited: 7", refused.Text, StringComparison.Ordinal);
        Assert.Contains("73.51", (await juror.GetAsync(JuryScene.At("/judge/agency-one"))).Body, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Scores_WhenAllAreIn_OpenAtOnceAndRank(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        var organizer = await scene.ScoringAsync();
        for (var i = 0; i < scene.Jurors.Count; i++)
        {
            var juror = await scene.AsAsync(scene.Jurors[i]);
            await JuryScene.ScoreAsync(juror, JuryScene.One, $"{60 + i}");
            await JuryScene.ScoreAsync(juror, JuryScene.Two, $"{90 + i}");
        }

        var opened = await JuryScene.StepAsync(organizer);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains("1.00", opened.Document.GetElementById("agreement")!.TextContent, StringComparison.Ordinal);
        var late = await scene.AsAsync(scene.Jurors[0]);
        Assert.Null((await late.GetAsync(JuryScene.At("/judge/agency-one"))).Document.GetElementById("score"));
        Assert.Contains("63", (await late.GetAsync(JuryScene.At("/judge/agency-one"))).Text, StringComparison.Ordinal);
        await late.SubmitAsync(await late.GetAsync(JuryScene.At("/judge/agency-one")), "#note", ("Input.Text", "We all liked it."));
        Assert.Contains("We all liked it.", (await organizer.GetAsync(JuryScene.At("/jury"))).Text, StringComparison.Ordinal);

        await JuryScene.StepAsync(organizer);
        var ranking = await organizer.GetAsync(JuryScene.At("/ranking?Category=innovation"));
        Assert.Equal(["ranked-agency-two", "ranked-agency-one"], ranking.Document.QuerySelectorAll("#ranking tbody tr").Select(r => r.Id));
    }

    [Theory, Databases]
    public async Task Juror_WhoStandsAside_SeesNothingAndCountsNothing(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        var organizer = await scene.ScoringAsync();
        var recused = await scene.AsAsync(scene.Jurors[3]);
        await JuryScene.ScoreAsync(recused, JuryScene.One, "0");
        await recused.SubmitAsync(await recused.GetAsync(JuryScene.At("/judge/agency-one")), "#recuse", ("Input.Reason", "My brother leads it."));
        await JuryScene.ScoreAsync(recused, JuryScene.Two, "50");
        foreach (var person in scene.Jurors.Take(3))
        {
            var juror = await scene.AsAsync(person);
            foreach (var agency in new[] { JuryScene.One, JuryScene.Two }) await JuryScene.ScoreAsync(juror, agency, "80");
        }

        var closed = await recused.GetAsync(JuryScene.At("/judge/agency-one"));
        await JuryScene.StepAsync(organizer);
        await JuryScene.StepAsync(organizer);
        var prize = await organizer.GetAsync(JuryScene.At("/decision"));
        var ranking = await organizer.GetAsync(JuryScene.At("/ranking?Category=innovation"));

        Assert.DoesNotContain("What coordinator", closed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await recused.GetAsync(JuryScene.At("/nominations/agency-one"))).Status);
        Assert.Equal(HttpStatusCode.OK, prize.Status);
        // Two fifths the index 4 of 1 to 5, three fifths the mean of the three who are left: with the fourth's 0 it would be 66.
        Assert.Contains("78.00", ranking.Document.GetElementById("ranked-agency-one")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Score_OutOfRangeOrOfAStranger_IsRefused(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        await scene.ScoringAsync();
        var juror = await scene.AsAsync(scene.Jurors[0]);
        var stranger = await scene.AsAsync(await scene.Space.CreatePersonAsync(Roles.Juror));

        var refused = await JuryScene.ScoreAsync(juror, JuryScene.One, "101");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(3, refused.Document.QuerySelectorAll("#error-summary a").Length);
        Assert.Equal("101", refused.Value("Input.Scores[0].Points"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(JuryScene.At("/judge/agency-one"))).Status);
        Assert.Equal(0, await scene.Space.ReadAsync(db => db.JuryScores.CountAsync()));
    }

    [Theory, Databases]
    public async Task Juror_OfANominatedAgency_StandsAsideWithoutBeingAsked(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        var organizer = await scene.ScoringAsync();
        var agency = await scene.Space.AgencyIdAsync(JuryScene.One);
        await scene.Space.ReadAsync(db => db.Users.Where(u => u.Id == scene.Jurors[0].Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.AgencyId, agency)));

        var row = (await organizer.GetAsync(JuryScene.At("/jury"))).Document.GetElementById("nomination-agency-one")!.TextContent;

        Assert.Contains("stands aside", row, StringComparison.Ordinal);
    }
}
