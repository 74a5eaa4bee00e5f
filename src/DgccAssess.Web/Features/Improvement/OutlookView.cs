using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Features.Results;

namespace DgccAssess.Web.Features.Improvement;

/// <summary>What the page shows of an outlook, in one language.</summary>
public sealed record OutlookView
{
    private const int Width = 400;

    public required Outlook Outlook { get; init; }
    public required InstrumentTexts Texts { get; init; }
    public required Instrument Instrument { get; init; }

    /// <summary>Criteria the plan holds already.</summary>
    public required IReadOnlySet<string> Planned { get; init; }

    public required bool MayPlan { get; init; }

    public int Decimals => Instrument.Rounding.Decimals;
    public string GroupName => Outlook.Group is { Names.Count: > 0 } group ? new LocalizedText(group.Names).InCurrentLanguage() : Outlook.Group?.Code ?? "";

    /// <summary>Which quarter the agency is in, as a key of the words.</summary>
    public static string Standing(GroupQuartiles whole) => whole.Own >= whole.Upper ? "Above" : whole.Own < whole.Lower ? "Below" : "Middle";

    public string NameOf(GroupQuartiles row) => row.Code.Length == 0 ? "" : Texts.Name(row.Code);

    /// <summary>Change to the round before; null where the instrument differs or there is none before.</summary>
    public decimal? ChangeAt(int i) => i + 1 < Outlook.Past.Count && !BreaksAt(i)
        ? ExactIndex.Difference(Exact(Outlook.Past[i].Figure), Exact(Outlook.Past[i + 1].Figure), Instrument.Rounding) : null;

    public bool BreaksAt(int i) => i + 1 < Outlook.Past.Count && Outlook.Past[i].Instrument.Hash != Outlook.Past[i + 1].Instrument.Hash;

    public bool HasBreak => Outlook.Past.Index().Any(p => BreaksAt(p.Index));

    /// <summary>Place of a figure on the strip, 0 to 400.</summary>
    public string X(decimal value)
    {
        var (from, to) = (Instrument.Predicates.Min(p => p.From), Instrument.Predicates.Max(p => p.To));
        return Math.Round((value - from) * Width / (to - from), 2).ToString(CultureInfo.InvariantCulture);
    }

    public string Length(decimal from, decimal to) => (decimal.Parse(X(to), CultureInfo.InvariantCulture) - decimal.Parse(X(from), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private static ExactIndex Exact(SnapshotFigure figure) => new(figure.Numerator, figure.Denominator);
}
