using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Demonstration;

public sealed class CreateNationTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Nation_ASmallOne_IsPublishedMarkedAndVerified(DatabaseProvider provider)
    {
        var space = await (await apps.On(provider).CreateSpaceAsync()).CreateNationAsync(agencies: 20, rounds: 2);

        Assert.True(await space.ReadAsync(db => db.Agencies.AllAsync(a => a.Synthetic)));
        Assert.Equal(["demo-2021", "demo-2022"], await space.ReadAsync(db => db.Rounds.OrderBy(r => r.Code).Select(r => r.Code).ToListAsync()));
        var last = await space.ReadAsync(db => db.Assessments.Where(a => db.Rounds.Any(r => r.Id == a.RoundId && r.Code == "demo-2022")).Select(a => a.Status).ToListAsync());
        Assert.Equal(await space.ReadAsync(db => db.Agencies.CountAsync()), last.Count);
        Assert.All(last, status => Assert.Equal(AssessmentStatus.Published, status));

        var snapshots = await space.RunAsync(s => s.GetRequiredService<VerifySnapshots>().HandleAsync(CancellationToken.None));
        Assert.Empty(snapshots.Differences);
        Assert.True(snapshots.Snapshots > 100);
        await space.RunAsync(s => s.GetRequiredService<SealAuditEvents>().HandleAsync());
        Assert.Empty((await space.RunAsync(s => s.GetRequiredService<VerifyAudit>().HandleAsync())).Findings);
    }

    [Fact]
    public async Task Nation_MadeAgain_ChangesNothing()
    {
        var space = await (await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync()).CreateNationAsync(agencies: 8, rounds: 1);
        var before = await CountAsync(space);

        await space.CreateNationAsync(agencies: 8, rounds: 1);

        Assert.Equal(before, await CountAsync(space));
    }

    [Fact]
    public async Task Nation_WhereACrashLeftAHole_FillsIt()
    {
        var space = await (await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync()).CreateNationAsync(agencies: 8, rounds: 1);
        var before = await CountAsync(space);
        var lost = await space.ReadAsync(db => db.Assessments.Select(a => a.Id).FirstAsync());
        await space.ReadAsync(async db =>
        {
            await db.Snapshots.Where(s => s.AssessmentId == lost).ExecuteDeleteAsync();
            await db.Ratings.Where(r => r.AssessmentId == lost).ExecuteDeleteAsync();
            await db.Evidence.Where(e => db.Answers.Any(a => a.Id == e.AnswerId && a.AssessmentId == lost)).ExecuteDeleteAsync();
            await db.Answers.Where(a => a.AssessmentId == lost).ExecuteDeleteAsync();
            await db.AssessorAssignments.Where(a => a.AssessmentId == lost).ExecuteDeleteAsync();
            return await db.Assessments.Where(a => a.Id == lost).ExecuteDeleteAsync();
        });

        await space.CreateNationAsync(agencies: 8, rounds: 1);

        Assert.Equal(before, await CountAsync(space));
    }

    [Theory]
    [InlineData("/rounds/demo-2021")]
    [InlineData("/rounds/demo-2021/agencies/synthetic-ministry-001/result")]
    [InlineData("/rounds/demo-2021/agencies/synthetic-ministry-001/verdicts")]
    public async Task Pages_OfADemonstrationRound_SayThatItIsSynthetic(string page)
    {
        var space = await (await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync()).CreateNationAsync(agencies: 6, rounds: 1);
        await space.OpenRoundAsync("2026", agencies: "kemenkeu");
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        Assert.Contains("Synthetic demonstration data", (await organizer.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Synthetic demonstration data", (await organizer.GetAsync("/rounds/2026")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenRound_UnderTheCodeOfADemonstration_IsRefused()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        var version = await space.ImportInstrumentAsync();
        await space.CreateAgencyAsync("kemenkeu");

        var opened = await space.RunAsync(s => s.GetRequiredService<OpenRound>().HandleAsync(new("demo-2027", CycleType.Monitoring, version.Id, AnswersDueAt: null, ["kemenkeu"])));

        Assert.Equal(RoundMessages.CodeReserved, Assert.Single(opened.Problems).Message);
    }

    private static Task<(int, int, int, int)> CountAsync(TestSpace space) => space.ReadAsync(async db =>
        (await db.Assessments.CountAsync(), await db.Answers.CountAsync(), await db.Ratings.CountAsync(), await db.Snapshots.CountAsync()));
}
