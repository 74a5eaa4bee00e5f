using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <param name="Names">By language.</param>
/// <param name="Group">Code of its group when the result was published.</param>
/// <param name="Synthetic">Not a real body.</param>
public sealed record CandidateAgency(LocalizedText Names, string Group, bool Synthetic);

/// <summary>Every agency of the space as an award sees it, in the order of their codes.</summary>
public sealed record AwardCandidates(IReadOnlyList<Candidate> Candidates, IReadOnlyDictionary<string, CandidateAgency> Agencies);

/// <summary>Makes candidates from the published snapshots of a round and of the one before; nothing is computed again.</summary>
public sealed class BuildCandidates(TenantDbContext db)
{
    /// <param name="roundId">Whose results are ranked.</param>
    /// <param name="previousRoundId">Whose results increases are measured from.</param>
    /// <param name="jury">Scores by agency; empty while they are sealed.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<AwardCandidates> HandleAsync(Guid roundId, Guid? previousRoundId, ILookup<string, JurorScores> jury, CancellationToken ct)
    {
        var agencies = await db.Agencies.AsNoTracking().ToListAsync(ct);
        var tookPart = (await db.Assessments.Where(a => a.RoundId == roundId).Select(a => a.AgencyId).ToListAsync(ct)).ToHashSet();
        var objecting = await ObjectingAsync(roundId, ct);
        var published = await PublishedAsync(roundId, ct);
        var previous = previousRoundId is { } before ? await PublishedAsync(before, ct) : [];

        var candidates = new List<Candidate>(agencies.Count);
        var known = new Dictionary<string, CandidateAgency>(StringComparer.Ordinal);
        foreach (var agency in agencies.OrderBy(a => a.Code, StringComparer.Ordinal))
        {
            var figures = published.GetValueOrDefault(agency.Id);
            var candidate = Of(agency, figures, previous.GetValueOrDefault(agency.Id)) with
            {
                TookPart = tookPart.Contains(agency.Id), HasOpenObjection = objecting.Contains(agency.Id), Jury = [.. jury[agency.Code]],
            };
            candidates.Add(candidate);
            known.Add(agency.Code, new CandidateAgency(agency.Names, candidate.Group, agency.Synthetic));
        }

        return new AwardCandidates(candidates, known);
    }

    /// <summary>Candidates that are there already, with the names of their agencies.</summary>
    public async Task<AwardCandidates> NamedAsync(IReadOnlyList<Candidate> candidates, CancellationToken ct)
    {
        var agencies = (await db.Agencies.AsNoTracking().ToListAsync(ct)).ToDictionary(a => a.Code, StringComparer.Ordinal);
        return new AwardCandidates(candidates, candidates.ToDictionary(c => c.Code, c => agencies.TryGetValue(c.Code, out var agency)
            ? new CandidateAgency(agency.Names, c.Group, agency.Synthetic)
            : new CandidateAgency(LocalizedText.Of(("en", c.Code)), c.Group, Synthetic: false), StringComparer.Ordinal));
    }

    private static Candidate Of(Agency agency, PublishedFigures? published, PublishedFigures? previous) => new()
    {
        Code = agency.Code,
        Group = published?.Agency.Group ?? agency.Group,
        Region = agency.Region,
        Instrument = published?.Instrument.Code,
        Consented = published?.SignOff?.PublicationConsent == true,
        Predicate = published?.Results.Total?.Predicate,
        Index = published?.Results.Total?.Exact,
        SelfIndex = published?.Results.SelfTotal?.Exact,
        Nodes = published?.Results.Nodes.Where(n => n.External is not null).ToDictionary(n => n.Code, n => n.External!.Exact, StringComparer.Ordinal) ?? [],
        Previous = previous?.Results.Total is { } total ? new PreviousResult(previous.Instrument.Code, total.Exact) : null,
    };

    /// <summary>Agencies whose objection to the result of this round is not answered yet.</summary>
    private async Task<HashSet<Guid>> ObjectingAsync(Guid roundId, CancellationToken ct) => (await (
        from objection in db.Objections
        join assessment in db.Assessments on objection.AssessmentId equals assessment.Id
        where assessment.RoundId == roundId && objection.State == ObjectionState.Open
        select assessment.AgencyId).ToListAsync(ct)).ToHashSet();

    private async Task<Dictionary<Guid, PublishedFigures>> PublishedAsync(Guid roundId, CancellationToken ct)
    {
        var stored = from snapshot in db.PublishedInForce()
                     join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
                     where assessment.RoundId == roundId
                     select new { assessment.AgencyId, snapshot.Document };
        var figures = new Dictionary<Guid, PublishedFigures>();
        // One by one: six hundred documents at once would be tens of megabytes.
        await foreach (var one in stored.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct)) figures.Add(one.AgencyId, PublishedFigures.Read(one.Document));
        return figures;
    }
}
