using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;

namespace DgccAssess.Core.Features.Papers.Templates.Samples;

/// <summary>A report about nobody: every section of it has something to show.</summary>
internal static class SampleReport
{
    public const string Round = "0000";
    public const int Decimals = 2;

    /// <summary>Stands where a hash would; nobody takes it for one.</summary>
    public static readonly string NoHash = new('0', 64);

    private const int Aspects = 3;
    private static readonly int[] Levels = [3, 4, 5, 2, 3, 1];

    public static ReportDocument Of(PaperTenant tenant, string locale, string language, DateOnly today, PaperLook? look)
    {
        string Say(string key, params object[] values) => SampleWords.Of(key, language, values);
        return new ReportDocument
        {
            Locale = locale,
            Tenant = new ReportTenant(tenant.Name, tenant.Accent),
            Agency = new ReportAgency(Say("Agency", "").Trim(), Say("Group")),
            Round = new ReportRound(Round, CycleType.Evaluation, [Stage.Self, Stage.Document, Stage.Final]),
            Instrument = new ReportInstrument { Code = "sample", Title = Say("Instrument"), Hash = NoHash, Decimals = Decimals, Scales = [new("process", [.. Enumerable.Range(1, 5).Select(l => new ReportLevel(l, Say("Level", l)))])], Predicates = PredicatesIn(language) },
            Snapshot = new ReportSnapshot { Number = 1, Hash = NoHash, Engine = "0.0.0" },
            PublishedOn = today,
            Sample = true,
            Template = look,
            Index = new ReportIndex(3.00m, 3.00m, 3.17m),
            Predicate = new ReportName("good", Say("Good")),
            Nodes = [Node("D1", null, Say("Domain", 1), 100, 3.00m), .. Enumerable.Range(1, Aspects).Select(a => Node($"A{a}", "D1", Say("Aspect", a), 100m / Aspects, (Levels[(2 * a) - 2] + Levels[(2 * a) - 1]) / 2m))],
            Indicators = [.. Levels.Select((level, at) => Indicator(at + 1, level, language))],
            Findings = [new("A2", FindingKind.Strength, FindingCodes.AtTop, ["I3"]), new("A3", FindingKind.Weakness, FindingCodes.AtFloor, ["I6"])],
            Recommendations = [new("I6", 0.17m), new("I4", 0.17m)],
        };
    }

    public static IReadOnlyList<ReportPredicate> PredicatesIn(string language) =>
        [new("fair", SampleWords.Of("Fair", language), 1, 2.6m, false), new("good", SampleWords.Of("Good", language), 2.6m, 5, true)];

    private static ReportNode Node(string code, string? parent, string name, decimal weight, decimal index) => new()
    {
        Code = code, Tier = parent is null ? "domain" : "aspect", Parent = parent, Depth = parent is null ? 0 : 1, Name = name, Weight = Math.Round(weight, 1), Exact = index, Published = index, Self = 3.00m,
    };

    private static ReportIndicator Indicator(int number, int level, string language) => new()
    {
        Code = $"I{number}", Parent = $"A{(number + 1) / 2}", Name = SampleWords.Of("Indicator", language, number), Scale = "process", Weight = 16.7m,
        Level = level, LevelName = SampleWords.Of("Level", language, level), Self = 3, Target = 3, Explanation = SampleWords.Of("Reason", language),
        Next = level == 5 ? null : new ReportNextLevel(level + 1, SampleWords.Of("Level", language, level + 1), [new($"I{number}.{level + 1}.1", SampleWords.Of("Criterion", language))]),
    };
}
