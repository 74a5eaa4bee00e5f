using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Features.Results;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>A linked indicator with its baseline and, of the EGDI, the latest figure; those are read from the editions.</summary>
public sealed record IndicatorView(string Name, string Baseline, string Latest)
{
    public static string NameOf(LinkedIndicator indicator, IStringLocalizer words) =>
        indicator.Kind.IsOfEgdi() ? words["Indicator." + indicator.Kind].Value : indicator.Kind is IndicatorKind.Instrument ? $"{indicator.Instrument} {indicator.Name}" : indicator.Name;

    public static IndicatorView Of(LinkedIndicator indicator, string country, EgdiEditions editions, IStringLocalizer words)
    {
        var name = NameOf(indicator, words);
        if (!indicator.Kind.IsOfEgdi()) return new(name, With(indicator.Baseline is { } value ? Figures.Free(value) : "–", indicator.BaselineYear), "–");

        var (edition, latest) = (editions.Figures.FirstOrDefault(e => e.Year == indicator.BaselineYear), editions.Latest.Edition);
        return new(name, With(Figure(indicator.Kind, edition, country), edition?.Year), With(Figure(indicator.Kind, latest, country), latest.Year));
    }

    private static string With(string figure, int? year) => year is { } y ? $"{figure} ({CooperationView.Year(y)})" : figure;

    private static string Figure(IndicatorKind kind, EgdiEdition? edition, string country)
    {
        if (edition?.Find(country) is not { } found) return "–";
        return kind switch
        {
            IndicatorKind.EgdiRank => Figures.Free(found.Rank),
            IndicatorKind.Osi => Figures.Fixed(found.Components.Osi, edition.Decimals),
            IndicatorKind.Tii => Figures.Fixed(found.Components.Tii, edition.Decimals),
            IndicatorKind.Hci => Figures.Fixed(found.Components.Hci, edition.Decimals),
            _ => Figures.Fixed(found.Egdi, edition.Decimals),
        };
    }
}
