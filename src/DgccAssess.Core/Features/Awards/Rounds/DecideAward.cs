using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Files;
using DgccAssess.Core.Security;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>Adds the list of winners as it stands, with everything it came from, to the save that is under way.</summary>
public sealed class DecideAward(TenantDbContext db, ActorContext actor, TimeProvider clock)
{
    public async Task<AwardDecision> AddAsync(AwardRoundRef round, RankedAwardRound ranked, string? reason, CancellationToken ct)
    {
        var highest = await db.AwardDecisions.Where(d => d.AwardRoundId == round.Id).MaxAsync(d => (int?)d.Number, ct) ?? 0;
        var (candidates, now) = (ranked.Ranked.CandidatesJson, clock.UtcNow);
        var rules = ranked.Ranked.Award;
        var json = SealedAward.Write(new SealedAward
        {
            Schema = SealedAward.CurrentSchema,
            Number = highest + 1,
            Reason = reason,
            SealedAt = now,
            SealedByName = actor.Current.Name,
            AwardRound = round.Code,
            Award = new SealedRules(rules.Code, rules.Number, rules.Hash, rules.Document.Award.Instrument, Sorted(rules.Document.Names[AwardNameKeys.Award])),
            Round = round.Round,
            PreviousRound = round.PreviousRound,
            Engine = ScoringEngine.Version,
            RankingHash = ranked.Ranked.Hash,
            CandidatesHash = CanonicalText.Hash(Encoding.UTF8.GetBytes(candidates)),
            Categories = [.. ranked.Ranked.Ranking.Categories.Select(c => Of(c, ranked))],
        });
        var decision = new AwardDecision
        {
            Id = clock.NewId(), AwardRoundId = round.Id, Number = highest + 1, Document = json, Hash = CanonicalText.Hash(Encoding.UTF8.GetBytes(json)),
            Ranking = ranked.Ranked.Json, Candidates = candidates, Reason = reason, SealedAt = now, SealedByName = actor.Current.Name,
        };
        db.AwardDecisions.Add(decision);
        return decision;
    }

    private static SealedCategory Of(CategoryRanking ranking, RankedAwardRound ranked)
    {
        var (rules, category) = (ranked.Ranked.Award.Document, ranking.Category);
        var departures = ranked.Departures.Where(d => d.Category == category.Code).ToDictionary(d => d.Agency, StringComparer.Ordinal);
        return new SealedCategory
        {
            Code = category.Code,
            Names = Sorted(rules.Names[AwardNameKeys.Category(category.Code)]),
            Decimals = rules.Award.Rounding.Decimals,
            Ranked = ranking.RankedCount,
            Refused = ranked.Ranked.Candidates.Candidates.Count - ranking.RankedCount,
            Prizes = [.. Prizes.Of(ranking, departures.Values.Select(d => d.ToDeparture())).Select(p => Of(p, category.Code, ranked, departures.GetValueOrDefault(p.Code)))],
            Withheld =
            [
                .. ranking.Winners.Where(w => departures.GetValueOrDefault(w.Code)?.Kind is DepartureKind.Withhold)
                    .Select(w => new WithheldPrize(Agency(ranked, w.Code), w.Rank, Of(departures[w.Code]))),
            ],
        };
    }

    private static SealedPrize Of(Prize prize, string category, RankedAwardRound ranked, AwardDeparture? departure) => new()
    {
        Agency = Agency(ranked, prize.Code),
        Level = prize.Level,
        LevelNames = prize.Level is { } level ? LevelNames(category, level, ranked.Ranked.Award.Document) : null,
        Rank = prize.Ranked?.Rank,
        Value = prize.Ranked?.Published,
        Exact = prize.Ranked?.Exact,
        Shared = prize.Ranked?.IsShared == true,
        TieBreak = prize.Ranked?.TieBreak is { } step ? RankingJson.Name(step.Figure) : null,
        Departure = departure is null ? null : Of(departure),
    };

    private static SealedDeparture Of(AwardDeparture departure) => new(departure.Kind, departure.Reason, departure.ByName, departure.At);

    private static SnapshotAgency Agency(RankedAwardRound ranked, string code)
    {
        var agency = ranked.Ranked.Candidates.Agencies[code];
        return new SnapshotAgency(code, Sorted(agency.Names), agency.Group, agency.Synthetic);
    }

    private static SortedDictionary<string, string> LevelNames(string category, string level, AwardDocument rules) =>
        new(rules.Languages.ToDictionary(l => l, l => ExplainAward.LevelOf(category, level, l, rules)), StringComparer.Ordinal);

    private static SortedDictionary<string, string> Sorted(LocalizedText names) => new(names.Values.ToDictionary(), StringComparer.Ordinal);
}
