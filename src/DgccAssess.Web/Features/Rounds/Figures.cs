using System.Globalization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Web.Features.Rounds;

/// <summary>Published figures in the reader's digits and separators.</summary>
public static class Figures
{
    public static string Text(this Instrument instrument, decimal? figure) =>
        figure?.ToString("F" + instrument.Rounding.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture) ?? "–";

    public static string Text(this Instrument instrument, SnapshotFigure? figure) => instrument.Text(figure?.Index);
}
