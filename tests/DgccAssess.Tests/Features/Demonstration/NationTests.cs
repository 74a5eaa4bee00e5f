using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Demonstration;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds.Whole;
using DgccAssess.Scoring.Indices;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Instruments;

namespace DgccAssess.Tests.Features.Demonstration;

/// <summary>What is drawn for Indonesia lies around the averages published for 2021.</summary>
public sealed class NationTests
{
    private static readonly NationSurroundings Around = new([new(TimeProvider.System.NewId(), "A"), new(TimeProvider.System.NewId(), "B")], new("a.pdf", "application/pdf", 1, new string('a', 64)));
    private static readonly Nation Indonesia = OfFile(7);

    [Fact]
    public void Groups_Are34And25And33And34AndTheRest()
    {
        var counts = Indonesia.Agencies.GroupBy(a => a.Group.Group).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(615, counts.Values.Sum());
        Assert.Equal((34, 25, 33, 34), (counts["ministry"], counts["non-ministry"], counts["other"], counts["province"]));
        Assert.Equal([517, 593, 593, 593, 615], Indonesia.Years.Select(y => Indonesia.TakingPart(y).Count));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void FirstRound_MeansAreThosePublishedFor2021(int seed)
    {
        var nation = OfFile(seed);
        var cards = Cards(nation, nation.Draw(2021, Around));

        Assert.Equal(2.24m, Mean(cards.Values.Select(c => c.Total)));
        Assert.Equal(2.84m, Mean(cards.Where(c => c.Key.StartsWith("synthetic-ministry-", StringComparison.Ordinal)).Select(c => c.Value.Total)));
        Assert.Equal([2.21m, 1.89m, 1.23m, 2.81m], new[] { "D1", "D2", "D3", "D4" }.Select(d => Mean(cards.Values.Select(c => c.Nodes.Single(n => n.Code == d)))));
    }

    [Fact]
    public void FurtherRounds_TheMeanRises_AndWhoWasGoodStaysGood()
    {
        var years = Indonesia.Years.Select(y => Cards(Indonesia, Indonesia.Draw(y, Around))).ToList();
        var means = years.ConvertAll(cards => Mean(cards.Values.Select(c => c.Total)));

        Assert.All(means.Zip(means.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.08m, 0.4m));
        foreach (var (before, after) in years.Zip(years.Skip(1)))
        {
            var panel = before.Keys.Intersect(after.Keys).ToList();
            var best = panel.OrderByDescending(a => before[a].Total.Index.ToDecimal()).Take(panel.Count / 10).ToList();
            var still = panel.OrderByDescending(a => after[a].Total.Index.ToDecimal()).Take(panel.Count / 4).Count(best.Contains);
            Assert.True(still > best.Count * 3 / 4, $"{still} of the best {best.Count} stay in the upper quarter");
        }
    }

    [Fact]
    public void Claims_LieAboveWhatIsFound_AndMostIndicatorsDiffer()
    {
        var round = Indonesia.Draw(2025, Around).Where(a => a.Result is not null).ToList();
        var differing = round.Average(a => a.Answers.Zip(a.Result!.Values).Count(pair => pair.First.Content.Level != pair.Second.Value));
        var gap = round.Average(a => a.Answers.Average(x => x.Content.Level!.Value) - a.Result!.Values.Average(v => v.Value!.Value));

        Assert.InRange(differing, 22, 33);
        Assert.InRange(gap, 0.35m, 0.75m);
    }

    [Fact]
    public void Draw_TheSameSeedTwice_IsTheSameNation_AndAnotherSeedIsNot()
    {
        var (one, same, other) = (Figures(OfFile(7)), Figures(OfFile(7)), Figures(OfFile(8)));

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);

        static List<string> Figures(Nation nation) => [.. nation.Draw(2023, Around).Take(50).Select(a => $"{a.Agency} {a.SignOff?.At:O} {string.Concat(a.Answers.Select(x => x.Content.Level))}")];
    }

    [Fact]
    public void NationFiles_EveryTenantHasOne_ThatSaysInEveryNameThatItIsInvented()
    {
        string[] invented = ["synthetic", "sintetis", "sunʼiy", "сунъий", "sintetički", "синтетички", "اصطناعية", "synthétique", "sintético"];
        foreach (var tenant in RepositoryFiles.Tenants)
        {
            var file = Read(tenant);
            Assert.Equal(tenant, file.Space);
            Assert.All(file.Groups.SelectMany(g => g.Names.Values), name => Assert.Contains(invented, word => name.Contains(word, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(40)]
    [InlineData(1000)]
    public void Of_AnotherSize_KeepsEveryGroupAndMakesTheWhole(int agencies)
    {
        var file = Read("indonesia").Of(agencies);

        Assert.Equal(agencies, file.Groups.Sum(g => g.Count));
        Assert.All(file.Groups, group => Assert.InRange(group.First, 1, group.Count));
    }

    private static NationFile Read(string tenant) =>
        NationFile.ReadAsync(Path.Combine(RepositoryRoot.Find(), "tenants", tenant, NationFile.Name), CancellationToken.None).GetAwaiter().GetResult();

    private static Nation OfFile(int seed) => new(Read("indonesia"), ScoringPlan.Compile(ShippedInstruments.Get("spbe-2020").Instrument), seed);

    private static Dictionary<string, Scorecard> Cards(Nation nation, IEnumerable<WholeAssessment> round) => round.Where(a => a.Result is not null)
        .ToDictionary(a => a.Agency, a => Scorecard.Compute(nation.Plan, a.Result!.Values.ToDictionary(v => v.Indicator, v => v.Value)), StringComparer.Ordinal);

    private static decimal Mean(IEnumerable<NodeIndex> nodes) => Math.Round(nodes.Average(n => n.Index.ToDecimal()), 2, MidpointRounding.AwayFromZero);
}
