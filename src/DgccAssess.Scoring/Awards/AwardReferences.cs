using DgccAssess.Scoring.Instruments;
using static DgccAssess.Scoring.Awards.AwardProblemCodes;

namespace DgccAssess.Scoring.Awards;

/// <summary>Whether what an award refers to is there.</summary>
internal sealed class AwardReferences(Award award, AwardSurroundings surroundings, AwardProblemList problems)
{
    private readonly Instrument? instrument = surroundings.Instruments.FirstOrDefault(i => string.Equals(i.Code, award.Instrument, StringComparison.Ordinal));

    public void Check()
    {
        if (instrument is null)
            problems.Add("instrument", InstrumentUnknown, award.Instrument);
        else if (award.Predicates.Count > 0 && PredicatesOf(instrument) is var predicates && !predicates.SequenceEqual(award.Predicates, StringComparer.Ordinal))
            problems.Add("predicates", PredicatesDiffer, string.Join(", ", predicates));
        var nodes = instrument is null ? null : CodesOf(instrument.Nodes).ToHashSet(StringComparer.Ordinal);
        foreach (var category in award.Categories)
        {
            var path = $"categories/{category.Code}";
            Unknown(category.Eligibility.Groups, surroundings.Groups, $"{path}/groups", GroupUnknown);
            Unknown(category.Eligibility.Regions, surroundings.Regions, $"{path}/regions", RegionUnknown);
            foreach (var (figure, at) in category.Measure.Parts.Select(part => (part.Figure, "measure")).Concat(category.TieBreaks.Select(step => (step, "tieBreaks"))))
                if (figure is { Kind: FigureKind.Node, Code: { } node } && nodes?.Contains(node) is false)
                    problems.Add($"{path}/{at}", NodeUnknown, node, award.Instrument);
        }
    }

    private void Unknown(IReadOnlyList<string> codes, IReadOnlyCollection<string> known, string path, string problem)
    {
        foreach (var code in codes.Where(code => !known.Contains(code, StringComparer.Ordinal)))
            problems.Add(path, problem, code);
    }

    private static List<string> PredicatesOf(Instrument instrument) =>
        [.. instrument.Predicates.OrderBy(predicate => predicate.From).Select(predicate => predicate.Code)];

    private static IEnumerable<string> CodesOf(IEnumerable<Node> nodes) => nodes.SelectMany(node => CodesOf(node.Children).Prepend(node.Code));
}
