using DgccAssess.Scoring.Disclosure;
using DgccAssess.TestCommon.Disclosure;

namespace DgccAssess.Scoring.Tests.Disclosure;

public sealed class DisclosureAttackTests(ITestOutputHelper output)
{
    private const int Cases = 1000;

    [Fact]
    public void Attack_OnAThousandCases_RecoversNothing()
    {
        var found = Enumerable.Range(0, Cases).Select(seed => (seed, Case: DisclosureCase.Of(seed)))
            .Select(c => (c.seed, c.Case.Kind, c.Case.First, Attack: DisclosureAttack.On(c.Case, Protect))).ToList();

        output.WriteLine($"cells tried {found.Sum(f => f.Attack.Tried)}, recovered {found.Sum(f => f.Attack.Recovered)}, known to be small {found.Sum(f => f.Attack.KnownSmall)}");
        // After an earlier publication there may be too little room for a count to reach the threshold; it still can't be told.
        Assert.Empty(found.Where(f => f.Attack.Recovered > 0 || (f.Attack.KnownSmall > 0 && f.First == 0)).Select(f => $"{f.seed} {f.Kind} {f.Attack}"));
    }

    [Fact]
    public void Attack_OnSmallCountsAloneHidden_RecoversMany()
    {
        var found = Enumerable.Range(0, 100).Select(seed => DisclosureAttack.On(DisclosureCase.Of(seed), SmallOnly)).ToList();

        output.WriteLine($"cells tried {found.Sum(f => f.Tried)}, recovered {found.Sum(f => f.Recovered)}, known to be small {found.Sum(f => f.KnownSmall)}");
        Assert.InRange(found.Sum(f => f.Recovered), 100, int.MaxValue);
        Assert.InRange(found.Sum(f => f.KnownSmall), 100, int.MaxValue);
    }

    private static IReadOnlyList<PublishedTable> Protect(IReadOnlyList<CountTable> tables, DisclosureRule rule)
    {
        var protection = DisclosureControl.Protect(tables, rule);
        Assert.Empty(protection.Exposed);
        return protection.Tables;
    }

    private static IReadOnlyList<PublishedTable> SmallOnly(IReadOnlyList<CountTable> tables, DisclosureRule rule)
    {
        return [.. tables.Select(table => new PublishedTable(
            table.Name,
            [.. table.Counts.Select(row => (IReadOnlyList<long?>)[.. row.Select(Shown)])],
            [.. table.Counts.Select(row => Shown(row.Sum()))],
            [.. table.Columns.Select((_, j) => Shown(table.Counts.Sum(row => row[j])))],
            Shown(table.Counts.Sum(row => row.Sum()))))];

        long? Shown(long count) => rule.Hides(count) ? null : count;
    }
}
