using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.SharedCore;
using static DgccAssess.Core.Features.Countries.Brief.BriefNames;

namespace DgccAssess.Core.Features.Comparison.Report;

/// <summary>The document of a comparison: what its page shows, and nothing beside it.</summary>
public static class ComparisonReportBuilder
{
    /// <summary>A mean is shown to so many digits.</summary>
    private const int Decimals = 2;

    private static CoreStructure Structure => ShippedCore.Document.Structure;

    /// <param name="comparison">At least one of those chosen shares the core.</param>
    /// <param name="practices">Of whichever country; none on a picture.</param>
    /// <param name="group">Code of the agency group; null: whole nations.</param>
    /// <param name="hub">Whose paper it is.</param>
    /// <param name="language">One of <see cref="BriefLanguages.Of"/> those chosen.</param>
    public static ComparisonDocument Build(CountryComparison comparison, IReadOnlyList<ShownPractice> practices, string? group, SpaceInfo hub, string language)
    {
        var (rules, texts) = (comparison.Comparison, ShippedCore.Document.TextsIn(language));
        var rounds = comparison.Chosen.Select(c => c.Latest?.Source).OfType<SharedRound>().ToList();
        return new ComparisonDocument
        {
            Locale = LocaleOf([.. comparison.Chosen.Select(c => c.Partner)], language),
            Tenant = new PaperTenant(In(hub.Settings.Names.Values, language, hub.Id), hub.Settings.Accent, null),
            IssuedOn = hub.DayOf(rounds.Max(r => r.PublishedAt)),
            Synthetic = rounds.Exists(r => r.Payload!.Synthetic),
            Group = group is null ? null : GroupName(rounds, group, language),
            Core = new(texts.Title, Structure.Questions.Count(), Structure.Minimums.Agencies, [.. CoreKeys.Bands.Select(band => texts.Of(CoreKeys.Band(band)))]),
            Countries = [.. comparison.Chosen.Select(one => new ComparisonCountry(one.Partner.Id, CountryOf(one.Partner, language), ComparisonTermsBuilder.Of(one, hub, language)))],
            Badge = rules.Badge,
            Reasons = ReasonsOf(rules.Reasons),
            LeftOut = ReasonsOf(rules.Standings.Where(s => !s.IsEnough).SelectMany(s => s.Reasons)),
            Themes = [.. rules.Themes.Select(theme => ThemeOf(comparison, theme, texts))],
            Notes = [.. NotesOf(comparison, language)],
            Patterns = rules.Questions.Count == 0 ? [] : [.. comparison.Patterns.Where(p => p.IsStrength || p.IsWeakness).Select(p => new ComparisonPattern(p.Question, texts.Name(p.Question), p.IsStrength, p.IsStrength ? p.High : p.Low, p.Countries))],
            Peers = rules.Questions.Count == 0 ? [] : [.. rules.Compared.Select(c => new ComparisonPeers(c.Code, [.. comparison.PeersOf(Of(comparison, c.Code)).Select(p => new ComparisonPeer(p.Country, p.Rounded, p.Common))]))],
            Gaps = [.. comparison.Chosen.Where(c => c.Latest is not null).Select(c => new ComparisonGaps(c.Partner.Id, [.. comparison.GapsOf(c).Select(g => new ComparisonGap(g.Question, texts.Question(g.Question), g.Why, g.Others))]))],
            Series = ComparisonSeriesBuilder.Of(comparison),
            Advice = ComparisonAdviceBuilder.Of(comparison, practices, hub, language),
        };
    }

    private static ComparisonTheme ThemeOf(CountryComparison comparison, CoreThemeView theme, InstrumentTexts texts)
    {
        var rules = comparison.Comparison;
        var scale = Structure.Themes.First(t => t.Code == theme.Code).Scale;
        return new(
            theme.Code, texts.Name(theme.Code), texts.Of(CoreKeys.Meaning(theme.Code)), [.. Enumerable.Range(1, CoreStructure.Levels).Select(level => texts.LevelName(scale, level))],
            theme.HasMeans ? theme.Questions : [],
            theme.HasMeans ? [.. rules.Compared.Zip(theme.Figures, (country, figure) => new ComparisonMean(country.Code, figure.Mean!.Value, figure.Close > 0))] : [],
            [.. rules.Questions.Where(q => q.Theme == theme.Code).Select(q => QuestionOf(rules, q, texts))]);
    }

    private static ComparisonQuestion QuestionOf(CoreComparison rules, CoreQuestionView question, InstrumentTexts texts) => new(
        question.Code, texts.Name(question.Code), texts.Question(question.Code), question.Badge, ReasonsOf(question.Reasons.Except(rules.Reasons)), question.InBands, question.MeansFit,
        question.Badge is CoreBadge.NotComparable ? [] : [.. question.Cells.Select(cell => CellOf(question, cell))]);

    private static ComparisonCell CellOf(CoreQuestionView question, CoreCell cell)
    {
        if (cell.Availability is not CoreAvailability.Shown) return new(cell.Country, cell.Availability, Similar: false, null, [], null, null);
        var figures = cell.Figures!;
        var mean = question.MeansFit && figures.Mean is { } known ? Math.Round(known, Decimals, MidpointRounding.AwayFromZero) : (decimal?)null;
        return new(cell.Country, cell.Availability, figures.Kind is CoreKind.Close, figures.Answered, question.InBands ? figures.ToBands().ToList() : figures.Levels, mean, figures.Change);
    }

    private static IReadOnlyList<ComparisonReason> ReasonsOf(IEnumerable<CoreReason> reasons) =>
    [
        .. reasons.GroupBy(r => (r.Code, r.Other, r.Count))
            .Select(same => new ComparisonReason(same.Key.Code, [.. same.Select(r => r.Country).OfType<string>()], same.Key.Other, same.Key.Count, Structure.Minimums.NeededFor(same.Key.Code))),
    ];

    private static IEnumerable<ComparisonNote> NotesOf(CountryComparison comparison, string language) =>
        from question in comparison.Comparison.Questions
        where question.Badge is not CoreBadge.NotComparable
        from same in question.Cells.Where(cell => cell is { Availability: CoreAvailability.Shown, Figures.Kind: CoreKind.Close })
            .Select(cell => (cell.Country, CountryComparison.NoteOf(Of(comparison, cell.Country).Latest!.Figures, question.Code, language)?.Text))
            .Where(note => note.Text is not null).GroupBy(note => note.Text!, StringComparer.Ordinal)
        select new ComparisonNote(question.Code, [.. same.Select(note => note.Country)], same.Key);

    private static ComparedPartner Of(CountryComparison comparison, string partner) => comparison.Chosen.First(c => c.Partner.Id == partner);

    private static string GroupName(List<SharedRound> rounds, string group, string language) =>
        rounds.SelectMany(r => r.Payload!.Areas?.Groups ?? []).FirstOrDefault(g => g.Code == group) is { } known ? In(known.Names, language, group) : group;
}
