using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Comparison.Report;

internal static class ComparisonAdviceBuilder
{
    public static IReadOnlyList<ComparisonAdvice> Of(CountryComparison comparison, IReadOnlyList<ShownPractice> practices, SpaceInfo hub, string language)
    {
        var (texts, told) = (ShippedCore.Document.TextsIn(language), practices.ToLookup(p => p.Question, StringComparer.Ordinal));
        return [.. comparison.Needs.Where(need => told.Contains(need.Question)).Select(need => new ComparisonAdvice(need.Question, texts.Name(need.Question), need.Weak, need.Gaps, [.. told[need.Question].Select(Practice)]))];

        ComparisonPractice Practice(ShownPractice practice)
        {
            var (source, (spoken, text)) = (practice.Source, practice.In(language));
            return new ComparisonPractice
            {
                Partner = source.Partner,
                Country = BriefNames.CountryOf(comparison.Partners.First(p => p.Id == source.Partner), language),
                Agency = BriefNames.In(practice.Names.Values, language, practice.Agency),
                Round = source.Round,
                Version = source.Number,
                DataOn = hub.DayOf(source.PublishedAt),
                Agreement = BriefBuilder.AgreementOf(source),
                Language = spoken,
                Text = text,
            };
        }
    }
}
