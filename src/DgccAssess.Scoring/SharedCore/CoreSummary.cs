using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.SharedCore;

/// <summary>Which round on which terms: what a <see cref="SharedCoreFigures"/> carries beside its figures.</summary>
public sealed record CoreTerms
{
    public required CoreStructure Core { get; init; }
    public required CoreMapping Mapping { get; init; }
    public required int MappingVersion { get; init; }
    public required string MappingHash { get; init; }
    public required string InstrumentHash { get; init; }
    public required string Round { get; init; }
    public required CoreStage Stage { get; init; }
}

/// <summary>The core of one round before anything is hidden: for the tenant's own eyes and for its disclosure control.</summary>
/// <param name="Whole">All agencies.</param>
/// <param name="Groups">By agency group, in the order of their codes.</param>
public sealed record CoreSummary(SharedCoreFigures Whole, IReadOnlyList<SharedCoreFigures> Groups)
{
    /// <param name="terms">Of this round.</param>
    /// <param name="agencies">Every agency in the round.</param>
    /// <param name="before">Those of the round before by the same mapping of the same instrument at the same stage; null where it was another or there was none.</param>
    public static CoreSummary Of(CoreTerms terms, IReadOnlyCollection<CoreAgency> agencies, IReadOnlyCollection<CoreAgency>? before)
    {
        var earlier = before?.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        return new CoreSummary(
            Figures(terms, null, agencies, earlier),
            [.. agencies.GroupBy(agency => agency.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Figures(terms, group.Key, [.. group], earlier))]);
    }

    private static SharedCoreFigures Figures(CoreTerms terms, string? group, IReadOnlyCollection<CoreAgency> agencies, Dictionary<string, CoreAgency>? earlier)
    {
        var rows = terms.Mapping.Rows.ToDictionary(row => row.Question, StringComparer.Ordinal);
        var (verified, answered) = (0, 0);
        var questions = terms.Core.Questions.Select(Question).ToList();
        return new SharedCoreFigures
        {
            Core = terms.Core.Code,
            CoreVersion = terms.Core.Version,
            Instrument = terms.Mapping.Instrument,
            InstrumentHash = terms.InstrumentHash,
            MappingVersion = terms.MappingVersion,
            MappingHash = terms.MappingHash,
            Draft = terms.Mapping.Draft,
            Round = terms.Round,
            Stage = terms.Stage,
            Group = group,
            Agencies = agencies.Count,
            ShareVerified = answered == 0 ? null : (decimal)verified / answered,
            Questions = questions,
            BreaksFromBefore = earlier is null,
        };

        SharedCoreQuestion Question(string code)
        {
            var row = rows.GetValueOrDefault(code) ?? new CoreRow { Question = code, Kind = CoreKind.None, Indicators = [] };
            var answers = agencies.Select(agency => (agency.Code, Answer: CoreAnswer.Of(row, agency))).Where(a => a.Answer is not null).Select(a => (a.Code, Answer: a.Answer!)).ToList();
            answered += answers.Count;
            verified += answers.Count(a => a.Answer.Verified);
            var levels = Enumerable.Range(1, CoreStructure.Levels).Select(level => (int?)answers.Count(a => a.Answer.Level == level));
            return new SharedCoreQuestion(code, row.Kind, answers.Count, [.. levels], Mean([.. answers.Select(a => a.Answer.Value)]), row.Kind is CoreKind.None ? null : Change(row, answers, earlier));
        }
    }

    private static decimal? Mean(IReadOnlyCollection<ExactFraction> values) => values.Count == 0 ? null : (values.Aggregate((sum, value) => sum + value) / values.Count).ToDecimal();

    private static SharedCoreChange? Change(CoreRow row, IReadOnlyList<(string Code, CoreAnswer Answer)> answers, Dictionary<string, CoreAgency>? earlier)
    {
        if (earlier is null) return null;
        var steps = answers.Where(a => earlier.ContainsKey(a.Code)).Select(a => (Now: a.Answer.Level, Before: CoreAnswer.Of(row, earlier[a.Code])?.Level)).Where(step => step.Before is not null).ToList();
        return new SharedCoreChange(steps.Count(s => s.Now > s.Before), steps.Count(s => s.Now == s.Before), steps.Count(s => s.Now < s.Before));
    }
}
