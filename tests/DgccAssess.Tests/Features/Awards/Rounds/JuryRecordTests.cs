using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Papers;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Press;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Awards.Rounds;

public sealed class JuryRecordTests(TestApps apps)
{
    private static readonly string Record = JuryScene.At("/jury/innovation.pdf?language=en");

    [Theory, Databases]
    public async Task Record_OfASealedList_SaysWhoJudgedHowAndWhy(DatabaseProvider provider)
    {
        using var scene = await JuryScene.OpenAsync(apps.On(provider));
        var organizer = await scene.ScoringAsync();
        var recused = await scene.AsAsync(scene.Jurors[3]);
        foreach (var agency in new[] { JuryScene.One, JuryScene.Two })
            await recused.SubmitAsync(await recused.GetAsync(JuryScene.At($"/judge/{agency}")), "#recuse", ("Input.Reason", "My brother leads it."));
        foreach (var person in scene.Jurors.Take(3))
        {
            var juror = await scene.AsAsync(person);
            foreach (var agency in new[] { JuryScene.One, JuryScene.Two }) await JuryScene.ScoreAsync(juror, agency, agency == JuryScene.One ? "80" : "70");
        }

        await JuryScene.StepAsync(organizer);
        await JuryScene.StepAsync(organizer);
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync(Record)).Status);
        await scene.Space.MoveAwardRoundAsync(JuryScene.Code, AwardStage.Sealed);

        var bytes = await organizer.Client.GetByteArrayAsync(organizer.Absolute(Record));
        var record = PdfFile.Read(bytes);
        foreach (var said in new[] { "Juror1", "Juror4", "Mybrotherleadsit.", "Novelty", "30%", "Kendall", "1.00", "Everybody", "agency-one" }) Assert.Contains(said, record.Letters, StringComparison.Ordinal);
        var paper = await scene.Space.ReadAsync(db => db.IssuedPapers.SingleAsync());
        Assert.Equal((PaperKind.JuryRecord, true), (paper.Kind, record.Letters.Contains(paper.Number, StringComparison.Ordinal)));
        Assert.Equal(bytes, await organizer.Client.GetByteArrayAsync(organizer.Absolute(Record)));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await scene.AsAsync(scene.Coordinators[0])).GetAsync(Record)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await organizer.GetAsync(JuryScene.At("/jury/no-such-category.pdf"))).Status);
        Assert.NotNull((await organizer.GetAsync(JuryScene.At("/jury"))).Document.QuerySelector("a[href*='/jury/innovation.pdf']"));
    }
}
