using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.SelfAssessment;

/// <summary>Answers saved at the same moment may share a commit: each is stored whole with its audit event, or not at all, whatever becomes of the others.</summary>
public sealed class SharedCommitTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Answers_SavedAtOnce_AreEachStoredOnceWithTheirEvent(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var indicators = Enumerable.Range(1, 20).Select(i => $"I{i}").ToList();

        for (var version = 1; version <= 5; version++)
        {
            var saves = await Task.WhenAll(indicators.Select(i => Task.Run(() => agency.SaveAsync(agency.Siti, i, Text($"{i} {version}"), version))));
            Assert.All(saves, s => Assert.Equal((ResultKind.Ok, version + 1), (s.Kind, s.Value!.Version)));
        }

        foreach (var indicator in indicators) Assert.Equal($"{indicator} 5", (await agency.AnswerAsync(indicator)).Analysis);
        Assert.Equal(indicators.Count * 5, (await agency.AuditAsync("AnswerSaved")).Count);
    }

    [Theory, Databases]
    public async Task OneAnswer_SavedByManyAtOnce_IsStoredForOneOfThem(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);

        var saves = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => agency.SaveAsync(agency.Siti, "I1", Text($"text {i}"), 1))));

        var stored = Assert.Single(saves, s => s.Succeeded).Value!;
        Assert.All(saves.Where(s => !s.Succeeded), s => Assert.Equal((ResultKind.Stale, stored.Content.Analysis), (s.Kind, s.Value!.Content.Analysis)));
        Assert.Equal((stored.Content.Analysis, 2), ((await agency.AnswerAsync("I1")).Analysis, (await agency.AnswerAsync("I1")).Version));
        Assert.Single(await agency.AuditAsync("AnswerSaved"));
    }

    [Fact]
    public async Task OneThatTheDatabaseRefuses_AmongMany_FailsAlone()
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        await agency.Space.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """CREATE TRIGGER "Refuse" BEFORE UPDATE ON "Answers" WHEN NEW."Analysis" LIKE 'refused%' BEGIN SELECT RAISE(ABORT, 'refused by the test'); END"""));

        for (var version = 1; version <= 5; version++)
        {
            var at = version;
            var good = Enumerable.Range(1, 20).Select(i => Task.Run(() => agency.SaveAsync(agency.Siti, $"I{i}", Text($"good {at}"), at))).ToList();
            var bad = Enumerable.Range(21, 3).Select(i => Task.Run(() => agency.SaveAsync(agency.Siti, $"I{i}", Text($"refused {at}"), 1))).ToList();

            Assert.All(await Task.WhenAll(good), s => Assert.True(s.Succeeded));
            foreach (var refused in bad) Assert.Contains("refused by the test", (await Assert.ThrowsAsync<SqliteException>(() => refused)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(100, (await agency.AuditAsync("AnswerSaved")).Count);
        Assert.Equal(AnswerStatus.NotStarted, (await agency.AnswerAsync("I21")).Status);
    }

    private static AnswerContent Text(string analysis) => new([], null, [], analysis, null);
}
