using DgccAssess.Scoring.National;
using DgccAssess.Scoring.SharedCore;
using FsCheck;
using FsCheck.Xunit;

namespace DgccAssess.Scoring.Tests.SharedCore;

/// <summary>Rounds of random values, a third of them missing.</summary>
[Properties(MaxTest = 150)]
public sealed class CorePropertyTests
{
    private static readonly string[] Nones = ["C7 C13", "C7 C13 C2", "C1 C15 C16 C17 C18", "C8 C15 C16 C17 C18 C19 C1", "C7"];

    [Property]
    public void AgencyWithoutAnswers_ChangesNoMeanAndNoLevel(int seed)
    {
        var agencies = Agencies(new Dice(seed), 8);
        var silent = new CoreAgency { Code = "silent", Group = "ministry", Values = new Dictionary<string, decimal?>() };
        var (before, after) = (Core.Whole(Core.Mapping(), agencies), Core.Whole(Core.Mapping(), [.. agencies, silent]));

        Assert.Equal(before.Questions.Select(q => (q.Code, q.Answered, q.Mean, string.Join(',', q.Levels))), after.Questions.Select(q => (q.Code, q.Answered, q.Mean, string.Join(',', q.Levels))));
        Assert.Equal((before.Agencies + 1, before.ShareVerified), (after.Agencies, after.ShareVerified));
    }

    [Property]
    public void LevelsAddUpToN_AndMeansStayWithinTheLadder(int seed) => Assert.All(Core.Whole(Core.Mapping(), Agencies(new Dice(seed), 8)).Questions, q =>
    {
        Assert.Equal(q.Answered, q.Levels.Sum());
        Assert.True(q.Mean is null == (q.Answered == 0) && q.Mean is null or (>= 1 and <= 5));
    });

    [Property]
    public void OrderOfAgencies_IsIrrelevant(int seed)
    {
        var agencies = Agencies(new Dice(seed), 9);

        Assert.Equal(Flat(Core.Whole(Core.Mapping(), agencies)), Flat(Core.Whole(Core.Mapping(), [.. agencies.OrderBy(a => HashCode.Combine(a.Code, seed))])));
    }

    [Property]
    public void OrderOfCountries_IsIrrelevant(int seed)
    {
        var countries = Countries(new Dice(seed));
        var (one, other) = (CoreComparisonTests.Compare([.. countries]), CoreComparisonTests.Compare([.. countries.Reverse()]));

        Assert.Equal(Flat(one), Flat(other));
        Assert.Equal(CorePattern.Of(Core.Structure, countries), CorePattern.Of(Core.Structure, [.. countries.Reverse()]));
        Assert.Equal(CorePeers.Of(Core.Structure, countries[0], countries), CorePeers.Of(Core.Structure, countries[0], countries.Reverse()));
    }

    [Property]
    public void HidingAFigure_NeverShowsMore(int seed, PositiveInt which)
    {
        var countries = Countries(new Dice(seed));
        var question = $"C{(which.Get % 20) + 1}";
        var hidden = countries.Select((c, i) => i > 0 ? c : c.With(question, q => q with { Answered = null, Mean = null, Levels = [null, null, null, null, null], Change = null })).ToArray();

        var (before, after) = (CoreComparisonTests.Compare([.. countries]), CoreComparisonTests.Compare(hidden));
        Assert.True(after.Standings[0].Questions.Count <= before.Standings[0].Questions.Count && after.Compared.Count <= before.Compared.Count);
        Assert.DoesNotContain(after.Questions.Where(q => q.Code == question).SelectMany(q => q.Cells), c => c.Country == countries[0].Code && c.Availability is CoreAvailability.Shown);
        Assert.DoesNotContain(after.Themes.SelectMany(t => t.Questions), q => q == question && after.Compared.Any(c => c.Code == countries[0].Code));
    }

    [Property]
    public void Peers_AreAsFarFromEachOtherBothWays(int seed)
    {
        var countries = Countries(new Dice(seed));
        foreach (var peer in CorePeers.Of(Core.Structure, countries[0], countries))
            Assert.Equal(peer.Distance, CorePeers.Of(Core.Structure, countries.Single(c => c.Code == peer.Country), [countries[0]]).Single().Distance);
    }

    private static List<CoreAgency> Agencies(Dice dice, int count) => [.. Enumerable.Range(0, count).Select(i => Core.Agency($"A{i}", 3) with
    {
        Values = Core.Structure.Questions.ToDictionary(Core.Indicator, _ => dice.Next(3) == 0 ? null : (decimal?)(dice.Next(100, 501) / 100m), StringComparer.Ordinal),
    })];

    private static CoreCountry[] Countries(Dice dice) => [.. Enumerable.Range(0, dice.Next(2, 6)).Select(i =>
        new CoreCountry($"X{i}", Core.Whole(Core.Mapping(dice.Next(2) == 0 ? Core.Spbe : Core.Other, Nones[dice.Next(Nones.Length)]), Agencies(dice, dice.Next(8, 14)))))];

    private static IEnumerable<object?> Flat(SharedCoreFigures figures) => figures.Questions.Select(q => (object)(q.Code, q.Answered, q.Mean, string.Join(',', q.Levels))).Append(figures.ShareVerified);

    private static IEnumerable<string> Flat(CoreComparison comparison) =>
    [
        comparison.Badge.ToString(),
        .. comparison.Questions.Select(q => $"{q.Code} {q.Badge} {q.InBands} {q.MeansFit} {string.Join(' ', q.Cells.OrderBy(c => c.Country, StringComparer.Ordinal).Select(c => c.Availability))}"),
        .. comparison.Themes.SelectMany(t => t.Figures.Zip(comparison.Compared).OrderBy(f => f.Second.Code, StringComparer.Ordinal).Select(f => $"{t.Code} {t.Badge} {f.Second.Code} {f.First.Mean}")),
        .. CoreComparisonTests.Texts(comparison.Reasons).Order(StringComparer.Ordinal),
    ];

    private sealed class Dice(int seed)
    {
        private ulong place;

        /// <summary>From 0 to below that.</summary>
        public int Next(int below) => (int)(SplitMix64.At((ulong)(uint)seed, place++) % (ulong)below);

        public int Next(int from, int below) => from + Next(below - from);
    }
}
