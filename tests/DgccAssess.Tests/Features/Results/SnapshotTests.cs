using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Scoring.Indices;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Results;

public sealed class SnapshotTests(TestApps apps)
{
    private static readonly ScoringPlan Plan = ScoringPlan.Compile(ShippedInstruments.Get("spbe-2020").Instrument);

    [Theory, Databases]
    public async Task Milestones_OfADiagnosis_KeepWhatStoodAtEach(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());

        var snapshots = await diagnosis.Space.ReadAsync(db => db.Snapshots.Where(s => s.AssessmentId == diagnosis.AssessmentId).ToListAsync());

        Assert.Equal([Milestone.Final, Milestone.Published, Milestone.Reviewed, Milestone.Submitted], snapshots.Select(s => s.Milestone).OrderBy(m => m.ToString(), StringComparer.Ordinal));
        var (submitted, reviewed, published) = (Of(snapshots, Milestone.Submitted), Of(snapshots, Milestone.Reviewed), Of(snapshots, Milestone.Published));
        Assert.Equal((2.9475m, "good"), (published.Index, published.Predicate));
        Assert.Equal(2.9475m, reviewed.Index);
        Assert.True(submitted.Index > published.Index);
        Assert.All(snapshots, s => Assert.Equal(s.Hash, SnapshotReader.HashOf(s.Document)));

        var document = SnapshotReader.Read(published.Document);
        Assert.Equal(published.Document, SnapshotReader.Write(document));
        Assert.Equal((Stage.Final, 47, submitted.Index), (document.Results.Basis, document.Inputs.Count, document.Results.SelfTotal?.Exact));
        Assert.Equal((Diagnosis.Agency, Diagnosis.Round, true), (document.Agency.Code, document.Round, document.SignOff?.PublicationConsent));
        var input = document.Inputs.Single(i => i.Indicator == "I45");
        Assert.Equal("Service of I45", input.Subject);
        Assert.Equal([(Stage.Self, null), (Stage.Document, 1), (Stage.Document, 2), (Stage.Final, (int?)null)], input.Ratings.Select(r => (r.Stage, r.Assessor)));
        Assert.DoesNotContain("Secret Assessor", published.Document, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Snapshot_ChangedOrDeleted_IsRefused(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());

        foreach (var change in new Action<TenantDbContext, Snapshot>[] { (db, s) => db.Entry(s).Property(x => x.Document).CurrentValue = "{}", (db, s) => db.Snapshots.Remove(s) })
        {
            await diagnosis.Space.RunAsync(async services =>
            {
                var db = services.GetRequiredService<TenantDbContext>();
                change(db, await db.Snapshots.FirstAsync(s => s.Milestone == Milestone.Published));
                await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            });
        }
    }

    [Theory, Databases]
    public async Task Correction_OfAPublishedResult_LeavesTheEarlierSnapshotAsItWas(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());
        var before = Of(await diagnosis.Space.ReadAsync(db => db.Snapshots.ToListAsync()), Milestone.Published);

        await diagnosis.CorrectAsync("I21", 3, "Overlooked.");

        var after = await diagnosis.Space.ReadAsync(db => db.Snapshots.Where(s => s.Milestone == Milestone.Published).OrderBy(s => s.Number).ToListAsync());
        Assert.Equal([(1, null), (2, "Overlooked.")], after.Select(s => (s.Number, s.Reason)));
        Assert.Equal((before.Hash, before.Document, before.Index), (after[0].Hash, after[0].Document, after[0].Index));
        Assert.NotEqual(before.Index, after[1].Index);
    }

    [Fact]
    public void Compute_AssessorsDiffer_HasNoProvisionalIndex()
    {
        var agreed = Plan.Indicators.Select(n => Input(n.Code, 3, 3)).ToList();

        Assert.Equal(3.00m, SnapshotResults.Compute(Plan, Milestone.Reviewed, agreed).Total?.Index);
        Assert.Null(SnapshotResults.Compute(Plan, Milestone.Reviewed, [.. agreed.SkipLast(1), Input(agreed[^1].Indicator, 3, 4)]).Total);
        Assert.Null(SnapshotResults.Compute(Plan, Milestone.Reviewed, [.. agreed.SkipLast(1), Input(agreed[^1].Indicator, (decimal?)null)]).Total);
        Assert.Null(SnapshotResults.Compute(Plan, Milestone.Final, agreed).Total);
    }

    [Fact]
    public void Read_AnotherSchemaOrNoDocument_Throws()
    {
        Assert.Throws<FormatException>(() => SnapshotReader.Read("{}"));
        Assert.Throws<FormatException>(() => SnapshotReader.Read("not json"));
    }

    private static Snapshot Of(IEnumerable<Snapshot> snapshots, Milestone milestone) => snapshots.Single(s => s.Milestone == milestone);

    private static SnapshotInput Input(string indicator, params decimal?[] values) => new(indicator, Subject: null,
        [.. values.Select((value, i) => new SnapshotRating { Stage = Stage.Document, Assessor = i + 1, Value = value, Criteria = [], Explanation = "" })]);
}
