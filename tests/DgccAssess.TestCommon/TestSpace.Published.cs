using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

/// <summary>An agency whose result is published: one level everywhere, but for the indicators named.</summary>
public sealed record AgencyToPublish(string Code, string Group, decimal Level)
{
    public string? Region { get; init; }
    public bool Consent { get; init; } = true;
    public bool Synthetic { get; init; }

    /// <summary>What the agency claimed everywhere; null: what the assessors found.</summary>
    public decimal? Self { get; init; }

    public IReadOnlyDictionary<string, decimal> Levels { get; init; } = new Dictionary<string, decimal>();

    public decimal LevelOf(string indicator) => Levels.GetValueOrDefault(indicator, Level);
}

public sealed partial class TestSpace
{
    /// <summary>A round in which every agency's result is published; the snapshots are real ones, the way to them is short.</summary>
    public async Task PublishRoundAsync(string round, IReadOnlyList<AgencyToPublish> agencies, string instrument = "spbe-2020")
    {
        await AddMissingAsync(agencies);
        var opened = await OpenRoundAsync(round, instrument, [.. agencies.Select(a => a.Code)]);
        await RunAsync(async services =>
        {
            var (db, now) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>().UtcNow);
            var assessments = await (from assessment in db.Assessments
                                     join agency in db.Agencies on assessment.AgencyId equals agency.Id
                                     where assessment.RoundId == opened.Id
                                     select new { Assessment = assessment, agency.Code }).ToDictionaryAsync(a => a.Code, a => a.Assessment);
            // Thousands of ratings: to look through all of them again for every agency would take longer than to write them.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var agency in agencies) await PublishAsync(services, assessments[agency.Code], agency, ShippedInstruments.Get(instrument).Instrument, now);
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            services.GetRequiredService<AuditTrail>().Record(new TestRoundPublished(round));
            await db.SaveChangesAsync();
        });
    }

    /// <summary>The national result of a round, by the use case.</summary>
    public Task<Result> PublishNationalAsync(string round, DateTime? embargoEndsAt = null, string? reason = null, int version = 0) => RunAsync(services =>
        services.GetRequiredService<PublishNational>().HandleAsync(
            new PublishNationalCommand(round, embargoEndsAt ?? services.GetRequiredService<TimeProvider>().UtcNow, Incomplete: true, reason, version)));

    private Task AddMissingAsync(IReadOnlyList<AgencyToPublish> agencies) => RunAsync(async services =>
    {
        var (db, clock) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>());
        var known = await db.Agencies.Select(a => a.Code).ToListAsync();
        foreach (var agency in agencies.Where(a => !known.Contains(a.Code)))
            db.Agencies.Add(Agency.Create(clock.NewId(), agency.Code, agency.Group, LocalizedText.Of(("en", $"Agency {agency.Code}")), agency.Region, agency.Synthetic));
        services.GetRequiredService<AuditTrail>().Record(new TestRoundPublished("agencies"));
        await db.SaveChangesAsync();
    });

    private static async Task PublishAsync(IServiceProvider services, Assessment assessment, AgencyToPublish agency, Instrument instrument, DateTime now)
    {
        var db = services.GetRequiredService<TenantDbContext>();
        assessment.Submit(new SignOff { ById = Guid.Empty, ByName = "Coordinator", At = now, Statement = "True.", PublicationConsent = agency.Consent });
        assessment.BeginReview(now);
        assessment.CompleteReview(now);
        assessment.Consolidate(now);
        assessment.Publish(now);
        foreach (var node in instrument.Indicators())
        {
            AddRating(Stage.Self, agency.Self ?? agency.LevelOf(node.Code));
            AddRating(Stage.Final, agency.LevelOf(node.Code));

            void AddRating(Stage stage, decimal level) => db.Ratings.Add(Rating.Create(
                Guid.CreateVersion7(), assessment.Id, node.Code, stage, Guid.Empty, new RatingContent(MetUpTo(node, level), level, $"Word on {node.Code}.", ""), "Office", now));
        }

        await services.GetRequiredService<TakeSnapshot>().AddAsync(assessment, Milestone.Published, reason: null, default);
    }

    private static IReadOnlyList<string> MetUpTo(Node node, decimal level) => [.. node.Indicator!.Levels.Where(l => l.Level <= level).SelectMany(l => l.Criteria)];

    private sealed record TestRoundPublished(string Code) : AuditFact($"test/{Code}");
}
