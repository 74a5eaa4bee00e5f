using DgccAssess.Scoring.Disclosure;

namespace DgccAssess.TestCommon.Disclosure;

/// <summary>Lays every publication of a case side by side and reckons what each hidden count can be. The unknowns are the agencies by all their attributes, so that whatever tables share is known.</summary>
/// <param name="Tried">Hidden counts and differences of few.</param>
/// <param name="Recovered">Of them, those with one possible value.</param>
/// <param name="KnownSmall">Counts of 1 to below the threshold that can't reach it.</param>
public sealed record DisclosureAttack(int Tried, int Recovered, int KnownSmall)
{
    /// <summary>Publishes a case as it says and attacks.</summary>
    /// <param name="it">The case.</param>
    /// <param name="protect">The disclosure control: the product's, or a weaker one to see the attack work.</param>
    public static DisclosureAttack On(DisclosureCase it, Func<IReadOnlyList<CountTable>, DisclosureRule, IReadOnlyList<PublishedTable>> protect)
    {
        var publications = new List<IReadOnlyList<PublishedTable>>();
        if (it.First > 0) publications.Add(protect([.. it.CountTables([]).Take(it.First).Select(table => table with { SubsetOf = null })], it.Rule));
        publications.Add(protect(it.CountTables(publications), it.Rule));
        return new Attacker(it, publications).Attack();
    }

    private sealed class Attacker(DisclosureCase it, List<IReadOnlyList<PublishedTable>> publications)
    {
        private readonly LinearBounds bounds = new(it.Combinations);

        public DisclosureAttack Attack()
        {
            var hidden = new Dictionary<string, int[]>(StringComparer.Ordinal);
            foreach (var published in publications.SelectMany(tables => tables))
            {
                foreach (var (row, column, behind) in it.Places(it.Tables.Single(t => t.Name == published.Name)))
                {
                    if (Shown(published, row, column) is { } value) bounds.Equal(behind, value);
                    else if (it.Rule.ShowZeros && it.Count(behind) > 0) bounds.AtLeast(behind, 1);
                    if (Shown(published, row, column) is null) hidden[string.Join(' ', behind)] = behind;
                }
            }

            // In the last publication a place may be hidden that the first showed: never in ours, as nothing changed.
            foreach (var difference in Differences()) hidden[string.Join(' ', difference)] = difference;
            var (recovered, small) = (0, 0);
            foreach (var behind in hidden.Values)
            {
                var (least, most) = bounds.Of(behind);
                // Between two halves there may be one whole number only.
                if (most is { } top && top - least < 1 && Floor(top) <= Ceiling(least)) recovered++;
                if (it.Count(behind) is > 0 and var count && count < it.Rule.Threshold && most < it.Rule.Threshold) small++;
            }

            return new DisclosureAttack(hidden.Count, recovered, small);
        }

        /// <summary>Whom a filter leaves out, where that is a few.</summary>
        private IEnumerable<int[]> Differences() =>
            from part in it.Tables
            where part.SubsetOf is not null
            let whole = it.Tables.Single(t => t.Name == part.SubsetOf)
            from place in it.Places(whole)
            let isTurned = part.Row != whole.Row
            from same in it.Places(part)
            where (isTurned ? (same.Column, same.Row) : (same.Row, same.Column)) == (place.Row, place.Column)
            let left = place.Behind.Except(same.Behind).ToArray()
            where it.Count(left) is > 0 and var count && count < it.Rule.Threshold
            select left;

        private static long? Shown(PublishedTable table, int? row, int? column) => (row, column) switch
        {
            ({ } r, { } c) => table.Counts[r][c],
            ({ } r, null) => table.RowTotals[r],
            (null, { } c) => table.ColumnTotals[c],
            _ => table.Total,
        };

        private static long Floor(Rational value) => (long)Math.Floor((double)value.Above / value.Below);

        private static long Ceiling(Rational value) => (long)Math.Ceiling((double)value.Above / value.Below);
    }
}
