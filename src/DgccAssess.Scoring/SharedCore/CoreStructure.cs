namespace DgccAssess.Scoring.SharedCore;

/// <summary>The shared core: questions that tenants map their indicators to, so that countries can be looked at side by side. Not an instrument: no weights, no total, no predicates.</summary>
public sealed record CoreStructure
{
    public const int Levels = 5;

    public required string Code { get; init; }

    /// <summary>1, 2, ...; a changed text or rule is a new version, and a series breaks there.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<CoreTheme> Themes { get; init; }
    public required CoreMinimums Minimums { get; init; }

    /// <summary>Instruments of one tree in other words: where both map a question exactly, their means may stand side by side.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> SameTree { get; init; }

    /// <summary>Codes, in reading order.</summary>
    public IEnumerable<string> Questions => Themes.SelectMany(theme => theme.Questions);

    public bool AreOfOneTree(string instrument, string other) =>
        string.Equals(instrument, other, StringComparison.Ordinal) || SameTree.Any(tree => tree.Contains(instrument, StringComparer.Ordinal) && tree.Contains(other, StringComparer.Ordinal));
}

/// <param name="Code">T1, T2 ...</param>
/// <param name="Scale">The ladder of all its questions.</param>
/// <param name="Questions">Codes.</param>
public sealed record CoreTheme(string Code, string Scale, IReadOnlyList<string> Questions);

/// <summary>Below these nothing is shown side by side.</summary>
public sealed record CoreMinimums
{
    /// <summary>Agencies that a question needs.</summary>
    public required int Agencies { get; init; }

    /// <summary>And which part of those in the round, from 0 to 1.</summary>
    public required decimal ShareOfAgencies { get; init; }

    /// <summary>Questions that a theme needs.</summary>
    public required int QuestionsOfTheme { get; init; }

    /// <summary>If more of a theme's answers are close, it has no mean; from 0 to 1.</summary>
    public required decimal MostClose { get; init; }

    /// <summary>Questions that a country needs.</summary>
    public required int Questions { get; init; }

    /// <summary>And themes that have what a theme needs, so that no one-sided picture is shown.</summary>
    public required int Themes { get; init; }

    /// <summary>Questions that two countries need in common.</summary>
    public required int Common { get; init; }

    /// <summary>What there must be at least, where a reason says that there is too little; null where a reason counts nothing.</summary>
    public int? NeededFor(CoreReasonCode code) => code switch
    {
        CoreReasonCode.TooFewQuestions => Questions,
        CoreReasonCode.TooFewThemes => Themes,
        CoreReasonCode.TooFewInCommon => Common,
        _ => null,
    };
}
