using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.National;

namespace DgccAssess.Core.Features.National;

/// <summary>Figures of Scoring as those of a document: each rounded once.</summary>
/// <param name="rounding">The instrument's rule.</param>
/// <param name="predicates">Codes of the instrument's predicates, in its order.</param>
/// <param name="nodes">How many nodes each agency has.</param>
internal sealed class NationalSummaries(Rounding rounding, IReadOnlyList<string> predicates, int nodes)
{
    /// <param name="code">Of the group or region.</param>
    /// <param name="names">By language.</param>
    /// <param name="agencies">At least one.</param>
    /// <param name="change">Null for the first round.</param>
    public NationalSummary Of(string code, IReadOnlyDictionary<string, string> names, IReadOnlyCollection<AgencyFigures> agencies, NationalChange? change)
    {
        var summary = GroupSummary.Of(agencies, nodes);
        var box = summary.Quartiles!;
        return new NationalSummary
        {
            Code = code,
            Names = new SortedDictionary<string, string>(names.ToDictionary(), StringComparer.Ordinal),
            Count = summary.Count,
            Mean = Figure(summary.Mean!.Value),
            Nodes = [.. summary.Nodes.Select(Figure)],
            Box = new NationalBox(Figure(box.Lowest), Figure(box.Lower), Figure(box.Median), Figure(box.Upper), Figure(box.Highest)),
            Predicates = [.. predicates.Select(p => new NationalPredicate(p, summary.Predicates.GetValueOrDefault(p)))],
            Gap = summary.Gap is { } gap ? new NationalGap(gap.Count, Figure(gap.Self), Figure(gap.External), gap.Difference.Round(rounding), gap.Higher, gap.Lower) : null,
            Change = change,
        };
    }

    public NationalChange ChangeOf(Change change) =>
        new(ViewOf(change.All), ViewOf(change.Panel), [.. change.Nodes.Select(n => n?.Round(rounding))], change.Rose, change.Fell, change.Stayed);

    public NationalFigure? Figure(ExactIndex index) => index.HasValue ? Figure(ExactFraction.Of(index)) : null;

    public NationalFigure? Figure(ExactFraction? value) => value is { } fraction ? Figure(fraction) : null;

    public NationalFigure Figure(ExactFraction value) => new(value.Round(rounding), value.ToString());

    private NationalChangeView ViewOf(ChangeView view) => new(view.Count, view.CountBefore, Figure(view.Mean), Figure(view.MeanBefore), view.Difference?.Round(rounding));
}
