using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.TestCommon.Press;

/// <summary>A whole agency report with 47 indicators: the published levels of Kemenko Perekonomian 2021 (index 2.95) with invented claims, targets and reasons.
/// English and Indonesian use spbe-2020, Arabic and French dgcc-2026.</summary>
public static class SampleReport
{
    private static readonly int[] Levels =
    [
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 5, 4, 3, 3, 3, 3, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4, 3, 3, 4, 5, 4, 3, 2, 4, 3, 3,
    ];

    public static ReportDocument Create(string locale = "en")
    {
        var words = SampleWords.In(locale);
        var document = ReadInstrument(words.Instrument);
        var texts = document.TextsIn(words.Language);
        var instrument = document.Instrument;
        var plan = ScoringPlan.Compile(instrument);
        var final = Scorecard.Compute(plan, Rate(plan, i => Levels[i]));
        var self = Scorecard.Compute(plan, Rate(plan, i => Math.Min(5, Levels[i] + (i % 5 < 2 ? 1 : 0))));
        var described = Describe(document, texts);
        var indicators = plan.Indicators.Select((node, i) => Indicator(final, node, texts, words, i, self)).ToList();
        var findings = Findings.Of(final, new HashSet<string>(StringComparer.Ordinal));
        return new ReportDocument
        {
            Locale = locale,
            Tenant = new ReportTenant(words.Tenant, words.Accent),
            Agency = new ReportAgency(words.Agency, words.Group),
            Round = new ReportRound(words.Round, CycleType.Evaluation, [Stage.Self, Stage.Document, Stage.Interview, Stage.Final]),
            Instrument = described,
            Snapshot = new ReportSnapshot { Number = 1, Hash = Hash(words.Agency), Engine = final.EngineVersion },
            PublishedOn = new DateOnly(2021, 12, 20),
            Synthetic = true,
            Index = new ReportIndex(final.Total.Index.ToDecimal(), final.Total.Published!.Value, self.Total.Published),
            Predicate = new ReportName(final.Total.Predicate!.Code, texts.Predicate(final.Total.Predicate.Code)),
            Nodes = [.. final.Nodes.Where(node => !node.IsIndicator).Select(node => Node(plan, node, self, texts))],
            Indicators = indicators,
            Findings = ReportFindings.From(findings, described, indicators),
            Recommendations = Recommend(final, indicators),
            Comparison = new ReportComparison(words.Group, 34,
                [new(null, 2.68m, 3.68m), .. final.Nodes.Where(n => !n.IsIndicator).Select((n, i) => new ReportComparisonRow(n.Code, 2.1m + (0.13m * i), 3.4m + (0.1m * i)))]),
        };
    }

    private static Dictionary<string, decimal?> Rate(ScoringPlan plan, Func<int, int> level) =>
        plan.Indicators.Select((node, i) => (node.Code, Level: level(i))).ToDictionary(pair => pair.Code, pair => (decimal?)pair.Level, StringComparer.Ordinal);

    private static ReportInstrument Describe(InstrumentDocument document, InstrumentTexts texts) => new()
    {
        Code = document.Instrument.Code,
        Title = texts.Title,
        LegalBasis = document.Instrument.LegalBasis,
        Hash = Convert.ToHexStringLower(SHA256.HashData(document.ToCanonicalJson())),
        Decimals = document.Instrument.Rounding.Decimals,
        Scales = [.. document.Instrument.Scales.Select(scale => new ReportScale(scale.Code,
            [.. scale.Levels.Select(level => new ReportLevel(level, texts.LevelName(scale.Code, level)))]))],
        Predicates = [.. document.Instrument.Predicates.Select(p => new ReportPredicate(p.Code, texts.Predicate(p.Code), p.From, p.To, p.ToInclusive))],
    };

    private static ReportNode Node(ScoringPlan plan, NodeIndex node, Scorecard self, InstrumentTexts texts) => new()
    {
        Code = node.Code,
        Tier = node.Tier,
        Parent = node.Depth > 1 ? ParentOf(plan, node.Code) : null,
        Depth = node.Depth - 1,
        Name = texts.Name(node.Code),
        Weight = node.Weight,
        Exact = node.Index.ToDecimal(),
        Published = node.Published!.Value,
        Self = self.Find(node.Code)!.Published,
    };

    private static ReportIndicator Indicator(Scorecard card, PlanNode node, InstrumentTexts texts, SampleWords words, int order, Scorecard self)
    {
        var scale = node.Scale!;
        var level = Levels[order];
        var next = node.Indicator!.Levels.FirstOrDefault(l => l.Level == level + 1);
        return new ReportIndicator
        {
            Code = node.Code,
            Parent = ParentOf(card.Plan, node.Code)!,
            Name = texts.Name(node.Code),
            Question = texts.Question(node.Code),
            Subject = order >= 44 ? words.Subjects[order - 44] : null,
            Scale = scale.Code,
            Weight = node.Weight,
            Level = level,
            LevelName = texts.LevelName(scale.Code, level),
            Self = self.Find(node.Code)!.Index.ToDecimal(),
            Target = scale.Code == "service" ? 4 : 3,
            Explanation = string.Format(CultureInfo.InvariantCulture, words.Reasons[Math.Min(level, 4) - 1], 3 + order),
            Next = next is null ? null : new ReportNextLevel(next.Level, texts.LevelName(scale.Code, next.Level),
                [.. next.Criteria.Select(code => new ReportCriterion(code, texts.Criterion(code)))]),
        };
    }

    private static List<ReportRecommendation> Recommend(Scorecard final, IReadOnlyList<ReportIndicator> indicators) =>
        [.. indicators.Where(i => i.Next is not null && i.Level < i.Target)
            .Select(i => (Indicator: i, Raised: Scorecard.Compute(final.Plan, Rate(final.Plan, at => Levels[at] + (indicators[at] == i ? 1 : 0)))))
            .Select(step => new ReportRecommendation(step.Indicator.Code, ExactIndex.Difference(step.Raised.Total.Index, final.Total.Index, final.Instrument.Rounding)))
            .OrderByDescending(step => step.Gain)
            .Take(10)];

    private static string? ParentOf(ScoringPlan plan, string code)
    {
        var node = plan.Nodes.Single(n => n.Code == code);
        return node.Parent > 0 ? plan.Nodes[node.Parent].Code : null;
    }

    private static InstrumentDocument ReadInstrument(string code)
    {
        var folder = Path.Combine(RepositoryRoot.Find(), "tenants", "instruments", code);
        return InstrumentFolder.Read(folder).Value ?? throw new InvalidDataException($"{folder} has problems.");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
