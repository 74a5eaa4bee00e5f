using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Scoring.Tests.SharedCore;

/// <summary>A core of the shape of core-2026, and countries in it by a few words.</summary>
internal static class Core
{
    public const string Spbe = "spbe-2020";
    public const string Neutral = "dgcc-2026";
    public const string Other = "other-2026";

    public static CoreStructure Structure { get; } = new()
    {
        Code = "core-2026",
        Version = 1,
        Themes =
        [
            new("T1", "process", ["C1", "C2", "C3"]), new("T2", "process", ["C4", "C5", "C6", "C7"]), new("T3", "process", ["C8", "C9", "C10", "C11"]),
            new("T4", "process", ["C12", "C13", "C14"]), new("T5", "service", ["C15", "C16", "C17"]), new("T6", "service", ["C18", "C19", "C20"]),
        ],
        Minimums = new() { Agencies = 5, ShareOfAgencies = 0.5m, QuestionsOfTheme = 2, MostClose = 0.5m, Questions = 12, Themes = 4, Common = 10 },
        SameTree = [[Spbe, Neutral]],
    };

    /// <summary>Every question exactly by an indicator of its own, except those named.</summary>
    public static CoreMapping Mapping(string instrument = Neutral, string none = "C7 C13", string close = "C1") => new()
    {
        Instrument = instrument,
        Rows = [.. Structure.Questions.Select(code => Row(code, KindOf(code, none, close)))],
    };

    public static string Indicator(string question) => $"I{question[1..]}";

    public static CoreTerms Terms(CoreMapping mapping, string round = "2025") => new()
    {
        Core = Structure, Mapping = mapping, MappingVersion = 1, MappingHash = $"map of {mapping.Instrument}", InstrumentHash = $"hash of {mapping.Instrument}", Round = round, Stage = CoreStage.Final,
    };

    /// <summary>An agency with the same level everywhere, all of it rated by an assessor.</summary>
    public static CoreAgency Agency(string code, decimal level, string group = "ministry") => new()
    {
        Code = code,
        Group = group,
        Values = Structure.Questions.ToDictionary(Indicator, _ => (decimal?)level, StringComparer.Ordinal),
        Verified = Structure.Questions.Select(Indicator).ToHashSet(StringComparer.Ordinal),
    };

    public static SharedCoreFigures Whole(CoreMapping mapping, params IReadOnlyCollection<CoreAgency> agencies) => CoreSummary.Of(Terms(mapping), agencies, before: null).Whole;

    /// <summary>Six agencies at those levels, in turn; every one in the same group, so that it can be compared without further care.</summary>
    public static CoreCountry Country(string code, CoreMapping mapping, params IReadOnlyList<int> levels) =>
        new(code, Whole(mapping, [.. Enumerable.Range(0, 6).Select(i => Agency($"A{i}", levels[i % levels.Count]))]) with { Group = "ministry" });

    public static CoreCountry With(this CoreCountry country, string question, Func<SharedCoreQuestion, SharedCoreQuestion> change) =>
        country with { Figures = country.Figures with { Questions = [.. country.Figures.Questions.Select(q => q.Code == question ? change(q) : q)] } };

    private static CoreRow Row(string code, CoreKind kind) => new() { Question = code, Kind = kind, Indicators = kind is CoreKind.None ? [] : [Indicator(code)] };

    private static CoreKind KindOf(string code, string none, string close) =>
        none.Split(' ').Contains(code) ? CoreKind.None : close.Split(' ').Contains(code) ? CoreKind.Close : CoreKind.Exact;
}
