using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.National;

/// <summary>A nation small enough to compute by hand: six agencies in three groups, two rounds on the same instrument, one agency without consent and one result missing.</summary>
internal static class SmallNation
{
    public static async Task<TestSpace> BuildAsync(TestApp app)
    {
        var space = await app.CreateSpaceAsync();
        await space.PublishRoundAsync("2021", [new("kemenkeu", "ministry", 3) { Region = "java" }, new("kemendagri", "ministry", 3), new("kab-a", "regency", 2) { Region = "java" }, new("kab-gone", "regency", 5) { Region = "java" }]);
        await space.PublishRoundAsync("2022",
        [
            new("kemenkeu", "ministry", 4) { Region = "java" }, new("kemendagri", "ministry", 3), new("kab-a", "regency", 3) { Region = "java", Consent = false },
            new("kab-b", "regency", 2) { Self = 3, Region = "java", Levels = new Dictionary<string, decimal>() }, new("kota-c", "city", 1),
        ]);
        await space.RunAsync(services => services.GetRequiredService<Core.Features.Rounds.EnterAgency>().HandleAsync(new("2022", "kab-gone")));
        return space;
    }

    /// <summary>Publishes the national result and reads it as everybody inside does.</summary>
    public static async Task<NationalDocument> DocumentAsync(TestSpace space, string round)
    {
        var published = await space.PublishNationalAsync(round);
        Assert.True(published.Succeeded, string.Join("; ", published.Problems));
        return (await space.RunAsync(services => services.GetRequiredService<ReadNational>().HandleAsync(round, default)))!.Document;
    }

    /// <summary>What happens later and must change nothing of what was published: a correction, an agency that moves, a further participant.</summary>
    public static Task MoveOnAsync(TestSpace space) => space.RunAsync(async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var moved = await db.Agencies.SingleAsync(a => a.Code == "kab-gone");
        moved.Describe(moved.Group, moved.Names, "bali", moved.Synthetic);
        foreach (var assessment in await db.Assessments.Where(a => a.Status == Core.Features.SelfAssessment.AssessmentStatus.Published).ToListAsync())
            await services.GetRequiredService<TakeSnapshot>().AddAsync(assessment, Milestone.Published, "Corrected.", default);
        services.GetRequiredService<AuditTrail>().Record(new Moved("kab-gone"));
        await db.SaveChangesAsync();
    });

    private sealed record Moved(string Code) : AuditFact($"agencies/{Code}");
}
