using System.Globalization;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Scoring.Tests.Awards;

/// <summary>The rules read one by one for each candidate, with decimals and sorting by comparison: slow, and nothing in common with the engine.</summary>
internal static class PlainReading
{
    public static List<string> Of(Award award, IReadOnlyList<Candidate> candidates)
    {
        var (lines, won) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var category in award.Categories)
        {
            var refused = candidates.ToDictionary(c => c, c => Reasons(award, category, c, award.OnePerAgency is not OnePerAgency.None && won.Contains(c.Code)).ToList());
            var entered = refused.Where(pair => pair.Value.Count == 0)
                .Select(pair => (pair.Key.Code, Values: category.TieBreaks.Select(figure => Value(award, pair.Key, figure)).Prepend(Measured(award, category, pair.Key)).ToList()))
                .ToList();
            var rows = entered.Select(e => (e.Code, e.Values, Rank: 1 + entered.Count(other => Step(other.Values, e.Values) is { Better: true }))).OrderBy(e => e.Rank)
                .ThenBy(e => e.Code, StringComparer.Ordinal).ToList();
            foreach (var row in rows)
            {
                var sameValue = entered.Where(other => other.Code != row.Code && other.Values[0] == row.Values[0]).Select(other => Step(row.Values, other.Values)?.At).ToList();
                var isShared = sameValue.Contains(null);
                var step = isShared || sameValue.Count == 0 ? "" : $" by {sameValue.Max()} {category.TieBreaks[sameValue.Max()!.Value - 1].Kind}{category.TieBreaks[sameValue.Max()!.Value - 1].Code}";
                var wins = row.Rank <= category.Winners;
                lines.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{category.Code}: {row.Rank} {row.Code} {Math.Round(row.Values[0]!.Value, 2, MidpointRounding.AwayFromZero):F2}{(wins ? " wins" : "")}{(isShared ? " shared" : "")}{step}"));
            }
            lines.AddRange(refused.Where(pair => pair.Value.Count > 0).OrderBy(pair => pair.Key.Code, StringComparer.Ordinal)
                .Select(pair => $"{category.Code}: - {pair.Key.Code} {string.Join(',', pair.Value)}"));
            won.UnionWith(rows.Where(row => row.Rank <= category.Winners).Select(row => row.Code));
        }
        return lines;
    }

    private static (int At, bool Better)? Step(List<decimal?> one, List<decimal?> other)
    {
        for (var i = 0; i < one.Count; i++)
            if (one[i] != other[i])
                return (i, (one[i] ?? -9999) > (other[i] ?? -9999));
        return null;
    }

    private static IEnumerable<string> Reasons(Award award, AwardCategory category, Candidate c, bool wonEarlier)
    {
        var rules = category.Eligibility;
        var kinds = category.Measure.Parts.Select(part => part.Figure.Kind).ToHashSet();
        var jurors = c.Jury.Count(juror => !juror.Recused);
        (bool Holds, string Reason)[] all =
        [
            (rules.Groups.Count > 0 && !rules.Groups.Contains(c.Group), "other-group"),
            (!c.TookPart, "not-taking-part"),
            (!c.Consented, "no-publication-consent"),
            (c.HasOpenObjection, "open-objection"),
            (rules.MinimumPredicate is not null && c.Predicate is null, "no-predicate"),
            (rules.MinimumPredicate is { } least && c.Predicate is { } has && award.Predicates.ToList().IndexOf(has) < award.Predicates.ToList().IndexOf(least), "predicate-too-low"),
            (c.Index is null && (rules.MinimumIndex is not null || kinds.Contains(FigureKind.Index) || kinds.Contains(FigureKind.Increase)), "no-index"),
            (c.Index is { } index && Math.Round(index, 2, MidpointRounding.AwayFromZero) < rules.MinimumIndex, "index-too-low"),
            (c.Previous is null && kinds.Contains(FigureKind.Increase), "no-previous-result"),
            (c.Previous is { } previous && previous.Instrument != award.Instrument && kinds.Contains(FigureKind.Increase), "previous-other-instrument"),
            (jurors == 0 && kinds.Contains(FigureKind.Jury), "no-jury-scores"),
            (jurors == 1 && kinds.Contains(FigureKind.Jury), "too-few-jurors"),
            (kinds.Contains(FigureKind.Node) && !c.Nodes.ContainsKey("D1"), "no-value"),
            (wonEarlier, "won-earlier"),
        ];
        return all.Where(each => each.Holds).Select(each => each.Reason);
    }

    private static decimal? Measured(Award award, AwardCategory category, Candidate c)
    {
        var parts = category.Measure.Parts;
        return Digits(parts.Count == 1 ? Value(award, c, parts[0].Figure) : parts.Sum(p => p.Weight * 100 * (Value(award, c, p.Figure) - p.From) / (p.To - p.From)) / parts.Sum(p => p.Weight));
    }

    private static decimal? Value(Award award, Candidate c, Figure figure) => Digits(figure.Kind switch
    {
        FigureKind.Index => c.Index,
        FigureKind.Node => c.Nodes.TryGetValue(figure.Code!, out var node) ? node : null,
        FigureKind.Increase => c.Previous?.Instrument == award.Instrument ? c.Index - c.Previous.Index : null,
        FigureKind.Gap => c.Index - c.SelfIndex is { } gap ? -Math.Abs(gap) : null,
        _ => c.Jury.Any(j => !j.Recused) ? award.Jury!.Criteria.Where(k => (figure.Code ?? k.Code) == k.Code).Sum(k => k.Weight * c.Jury.Where(j => !j.Recused).Average(j => j.Scores[k.Code]))
            / award.Jury.Criteria.Where(k => (figure.Code ?? k.Code) == k.Code).Sum(k => k.Weight) : null,
    });

    private static decimal? Digits(decimal? value) => value is { } number ? Math.Round(number, 15, MidpointRounding.AwayFromZero) : null;
}
