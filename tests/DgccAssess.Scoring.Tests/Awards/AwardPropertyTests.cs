using DgccAssess.Scoring.Awards;
using FsCheck;
using FsCheck.Xunit;
using static DgccAssess.Scoring.Tests.Awards.Round;

namespace DgccAssess.Scoring.Tests.Awards;

[Properties(Arbitrary = [typeof(RandomRounds)], MaxTest = 500)]
public sealed class AwardPropertyTests
{
    [Property]
    public void Ranking_EqualsThePlainReadingOfTheRules(RandomRound round) =>
        Assert.Equal(PlainReading.Of(round.Award, round.Candidates), Lines(AwardRanking.Rank(round.Award, round.Candidates)));

    [Property]
    public void OrderOfCandidates_IsIrrelevant(RandomRound round, int seed) => Assert.Equal(
        Lines(AwardRanking.Rank(round.Award, round.Candidates)),
        Lines(AwardRanking.Rank(round.Award, round.Candidates.OrderBy(candidate => HashCode.Combine(candidate.Code, seed)))));

    [Property]
    public void CandidateWhoMayNotEnter_ChangesNoWinner(RandomRound round)
    {
        var newcomer = Agency("newcomer", 5, nodes: [("D1", 5), ("D2", 5)]).Before(1) with { Consented = false, Jury = [Juror("x", 100, 100), Juror("y", 100, 100)] };
        var with = AwardRanking.Rank(round.Award, round.Candidates.Append(newcomer));

        Assert.Equal(Winners(AwardRanking.Rank(round.Award, round.Candidates)), Winners(with));
        Assert.All(with.Categories, category => Assert.Contains(RefusalCodes.NoConsent, category.Refusals.Single(r => r.Code == "newcomer").Reasons));
    }

    [Property]
    public void RaisingTheMeasure_NeverLowersTheRank(RandomRound round, PositiveInt which, PositiveInt by)
    {
        if (round.Candidates.Count == 0)
            return;
        var candidate = round.Candidates[which.Get % round.Candidates.Count];
        foreach (var category in round.Award.Categories)
        {
            var raised = Raise(candidate, category.Measure.Parts[0].Figure, by.Get % 7 / 6m);
            var award = round.Award with { Categories = [category] };
            var before = RankOf(AwardRanking.Rank(award, round.Candidates), candidate.Code);
            var after = RankOf(AwardRanking.Rank(award, round.Candidates.Select(c => c == candidate ? raised : c)), candidate.Code);
            Assert.True(before is null || after <= before, $"{category.Code}: {before} -> {after}");
        }
    }

    [Property]
    public void SharedPrizes_AreConsistent(RandomRound round)
    {
        foreach (var category in AwardRanking.Rank(round.Award, round.Candidates).Categories)
        {
            foreach (var same in category.Ranking.GroupBy(ranked => ranked.Rank))
            {
                Assert.Single(same.Select(ranked => (ranked.Exact, ranked.IsWinner, ranked.Level)).Distinct());
                Assert.All(same, ranked => Assert.Equal(same.Count() > 1, ranked.IsShared));
                Assert.Equal(category.Ranking.Count(ranked => ranked.Rank < same.Key) + 1, same.Key);
                Assert.Equal(same.Key <= category.Category.Winners, same.First().IsWinner);
            }
        }
    }

    [Property]
    public void EveryCandidate_IsEitherRankedOrRefused(RandomRound round) => Assert.All(
        AwardRanking.Rank(round.Award, round.Candidates).Categories,
        category => Assert.Equal(
            round.Candidates.Select(c => c.Code).Order(StringComparer.Ordinal),
            category.Ranking.Select(r => r.Code).Concat(category.Refusals.Select(r => r.Code)).Order(StringComparer.Ordinal)));

    [Property]
    public void OnePerAgency_NobodyWinsTwice(RandomRound round)
    {
        var winners = Winners(AwardRanking.Rank(round.Award with { OnePerAgency = OnePerAgency.CategoryOrder }, round.Candidates)).Select(w => w.Split(' ')[1]).ToList();

        Assert.Equal(winners.Distinct(), winners);
    }

    [Property]
    public void ScoresOfARecusedJuror_ChangeNothing(RandomRound round, PositiveInt score) => Assert.Equal(
        Lines(AwardRanking.Rank(round.Award, round.Candidates)),
        Lines(AwardRanking.Rank(round.Award, round.Candidates.Select(c => c with { Jury = [.. c.Jury, Juror("late", score.Get % 101, score.Get % 53, recused: true)] }))));

    private static Candidate Raise(Candidate candidate, Figure figure, decimal by) => figure.Kind switch
    {
        FigureKind.Node => candidate with { Nodes = candidate.Nodes.ToDictionary(n => n.Key, n => n.Key == figure.Code ? n.Value + by : n.Value, StringComparer.Ordinal) },
        FigureKind.Jury => candidate with { Jury = [.. candidate.Jury.Select(j => j with { Scores = j.Scores.ToDictionary(s => s.Key, s => Math.Min(100, s.Value + by), StringComparer.Ordinal) })] },
        _ => candidate with { Index = candidate.Index + by },
    };

    private static int? RankOf(AwardRanking ranking, string code) => ranking.Categories[0].Ranking.SingleOrDefault(ranked => ranked.Code == code)?.Rank;

    private static IEnumerable<string> Winners(AwardRanking ranking) =>
        ranking.Categories.SelectMany(category => category.Winners.Select(w => $"{category.Category.Code} {w.Code} {w.Rank}"));
}
