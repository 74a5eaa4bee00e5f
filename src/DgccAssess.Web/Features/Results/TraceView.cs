using System.Globalization;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Web.Features.Results;

/// <summary>The computation of a stored result as a tree of steps.</summary>
public sealed record TraceView
{
    public required TraceStep Whole { get; init; }
    public required string Predicate { get; init; }
    public required int Decimals { get; init; }
    public required string Engine { get; init; }
    public required string Hash { get; init; }
    public required string InstrumentHash { get; init; }

    /// <summary>False when a later engine computes another figure than was published: then the page says so.</summary>
    public required bool Agrees { get; init; }

    public static TraceView Of(StoredResult result)
    {
        var (card, texts) = (result.Score(), result.Instrument.TextsIn(CultureInfo.CurrentUICulture.Name));
        var traces = Trace.Of(card);
        var stored = result.Results.Total!;
        return new TraceView
        {
            Whole = StepOf(traces[0], texts.Title, traces.Skip(1).ToDictionary(t => t.Node.Code, StringComparer.Ordinal), texts),
            Predicate = texts.Predicate(card.Total.Predicate!.Code),
            Decimals = card.Instrument.Rounding.Decimals,
            Engine = result.Document.Engine,
            Hash = result.Hash,
            InstrumentHash = result.Document.Instrument.Hash,
            Agrees = (card.Total.Published, card.Total.Predicate.Code) == (stored.Index, stored.Predicate),
        };
    }

    private static TraceStep StepOf(NodeTrace trace, string name, Dictionary<string, NodeTrace> groups, InstrumentTexts texts) =>
        new(trace.Node, name, trace.CountedWeight,
        [
            .. trace.Parts.Select(part => new TracePart(part, texts.Name(part.Node.Code),
                groups.TryGetValue(part.Node.Code, out var below) ? StepOf(below, texts.Name(part.Node.Code), groups, texts) : null)),
        ]);
}

/// <param name="Node">A group, or the whole instrument.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Weight">Of its applicable indicators.</param>
/// <param name="Parts">Its children.</param>
public sealed record TraceStep(NodeIndex Node, string Name, decimal Weight, IReadOnlyList<TracePart> Parts)
{
    /// <summary>(3 × 1.3 + 4 × 1.3) ÷ 2.6, on exact values.</summary>
    public string Formula => string.Create(CultureInfo.CurrentCulture,
        $"({string.Join(" + ", Parts.Where(p => p.Contribution.Node.Index.HasValue).Select(p => $"{Figures.Exact(p.Contribution.Node.Index)} × {Figures.Free(p.Contribution.CountedWeight)}"))}) ÷ {Figures.Free(Weight)}");
}

/// <param name="Contribution">What the child adds.</param>
/// <param name="Name">Of the child.</param>
/// <param name="Below">Its own computation; null for an indicator.</param>
public sealed record TracePart(Contribution Contribution, string Name, TraceStep? Below);
