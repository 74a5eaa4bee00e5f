using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.National;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Features.Results;

namespace DgccAssess.Web.Features.National;

/// <summary>A national document with its words in the reader's language: what pages and charts of it show, inside and for the public.</summary>
public sealed record NationalView
{
    public required NationalDocument Document { get; init; }
    public required bool IsProvisional { get; init; }

    /// <summary>Shown to everybody: links lead to pages that are open.</summary>
    public bool IsPublic { get; init; }

    public required Instrument Instrument { get; init; }
    public required InstrumentTexts Texts { get; init; }

    /// <summary>The language the instrument's words are really in; null when it is the page's.</summary>
    public required string? TextLanguage { get; init; }

    public string Round => Document.Round;
    public int Decimals => Instrument.Rounding.Decimals;
    public decimal Floor => Instrument.Predicates.Min(p => p.From);
    public decimal Ceiling => Instrument.Predicates.Max(p => p.To);
    public IReadOnlyList<Predicate> Bands => [.. Instrument.Predicates.OrderBy(p => p.From)];
    public NationalSummary Whole => Document.Whole;
    public Predicate Band => BandOf(Whole.Mean.Index);

    /// <summary>All agencies, then the groups.</summary>
    public IReadOnlyList<NationalSummary> Summaries => [Document.Whole, .. Document.Groups];

    /// <summary>The root nodes with their means, the strongest first.</summary>
    public IReadOnlyList<(NationalNode Node, NationalFigure Mean)> RootsByMean =>
    [
        .. Document.Nodes.Zip(Whole.Nodes).Where(n => n is { First.Depth: 1, Second: not null }).Select(n => (n.First, n.Second!)).OrderByDescending(n => n.Item2.Index).ThenBy(n => n.First.Code, StringComparer.Ordinal),
    ];

    /// <summary>This round and those before it, the earliest first, and whether the series is broken before each.</summary>
    public IReadOnlyList<(NationalPast Past, bool IsBreak)> Series
    {
        get
        {
            var rounds = Document.History.Reverse().Append(new NationalPast(Round, Document.Instrument, Whole.Count, Whole.Mean, [.. Document.Groups.Select(g => new NationalPastGroup(g.Code, g.Count, g.Mean))])).ToList();
            return [.. rounds.Select((past, i) => (past, i > 0 && rounds[i - 1].Instrument.Hash != past.Instrument.Hash))];
        }
    }

    public static NationalView Of(NationalDocument document, bool isProvisional, InstrumentDocument instrument)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        var texts = instrument.TextsIn(language);
        return new NationalView
        {
            Document = document,
            IsProvisional = isProvisional,
            Instrument = instrument.Instrument,
            Texts = texts,
            TextLanguage = texts.Language.Split('-')[0] == language.Split('-')[0] ? null : texts.Language,
        };
    }

    public Predicate BandOf(decimal index) => Instrument.Predicates.First(p => p.Contains(index));

    public string PredicateOf(NationalFigure figure) => Texts.Predicate(BandOf(figure.Index).Code);

    public string Fixed(NationalFigure? figure) => figure is null ? "–" : Figures.Fixed(figure.Index, Decimals);

    public string WithSign(decimal? difference) => difference is { } value ? Figures.WithSign(value, Decimals) : "–";

    /// <summary>Of a group or region; its code where the government named none.</summary>
    public static string NameOf(NationalSummary summary) => summary.Names.Count == 0 ? summary.Code : new LocalizedText(summary.Names).InCurrentLanguage();

    public string GroupName(string code) => Document.Groups.FirstOrDefault(g => g.Code == code) is { } group ? NameOf(group) : code;

    public static string NameOf(NationalAgency agency) => new LocalizedText(agency.Names).InCurrentLanguage();

    /// <summary>Share of the random weightings.</summary>
    public string Share(int kept) => ((decimal)kept / Document.Sensitivity!.Weightings).ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>How much more the mean needs for the next predicate; null at the top.</summary>
    public (decimal Gap, Predicate Band)? Next => Bands.FirstOrDefault(p => p.From > Whole.Mean.Index) is { } next ? (next.From - Whole.Mean.Index, next) : null;
}
