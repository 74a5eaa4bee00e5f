using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.National;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.National;

/// <summary>The published figures of every agency of a round.</summary>
/// <param name="Agencies">In the order of their codes.</param>
/// <param name="Unmet">Counted over all of them.</param>
internal sealed record PublishedRound(IReadOnlyList<PublishedAgency> Agencies, UnmetCriteria Unmet);

/// <param name="Agency">As the snapshot names it.</param>
/// <param name="Consent">To publication.</param>
/// <param name="Index">Its index.</param>
/// <param name="Self">By its own ratings.</param>
/// <param name="Nodes">By code.</param>
/// <param name="Ratings">In the plan's order; empty where nobody asked for them.</param>
/// <param name="Predicate">Code of the predicate.</param>
/// <param name="Source">The snapshot.</param>
internal sealed record PublishedAgency(
    SnapshotAgency Agency, bool Consent, ExactIndex Index, ExactIndex Self, IReadOnlyDictionary<string, ExactIndex> Nodes, int[] Ratings, string Predicate, NationalSource Source);

/// <summary>Reads the snapshots of a round one after the other: a document is let go before the next one comes.</summary>
internal static class ReadPublishedRound
{
    /// <param name="db">Of the space.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="plan">To count criteria and take ratings by; null where only figures are wanted.</param>
    /// <param name="at">Snapshots in force at this instant: what was corrected later is read as it was.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<PublishedRound> InForceAsync(TenantDbContext db, Guid roundId, ScoringPlan? plan, DateTime at, CancellationToken ct)
    {
        var documents =
            from snapshot in db.PublishedInForce(at)
            join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
            where assessment.RoundId == roundId
            select new { snapshot.Document, snapshot.Number, snapshot.Hash };
        var (agencies, unmet) = (new List<PublishedAgency>(), new UnmetCriteria());
        await foreach (var row in documents.AsAsyncEnumerable().WithCancellation(ct))
        {
            var slice = PublishedSlice.Read(row.Document);
            int[] ratings = [];
            if (plan is not null)
            {
                var card = Scorecard.Compute(plan, slice.FinalRatings());
                ratings = card.RawRatings.ToArray();
                unmet.Add(card, slice.FinalCriteria());
            }

            agencies.Add(new PublishedAgency(
                slice.Agency, slice.SignOff?.PublicationConsent == true, PublishedSlice.IndexOf(slice.Results.Total), PublishedSlice.IndexOf(slice.Results.SelfTotal),
                slice.Results.Nodes.ToDictionary(n => n.Code, n => PublishedSlice.IndexOf(n.External), StringComparer.Ordinal), ratings, slice.Results.Total.Predicate!, new(row.Number, row.Hash)));
        }

        return new PublishedRound([.. agencies.OrderBy(a => a.Agency.Code, StringComparer.Ordinal)], unmet);
    }
}
