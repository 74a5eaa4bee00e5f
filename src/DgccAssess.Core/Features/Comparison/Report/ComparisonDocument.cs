using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Comparison.Report;

/// <summary>What the comparison of chosen countries shows, in one language. A null figure is hidden; its date is the latest of those of the data.</summary>
public sealed record ComparisonDocument : PaperDocument
{
    /// <summary>Name of the agency group; null: whole nations.</summary>
    public required string? Group { get; init; }

    public required ComparisonCore Core { get; init; }

    /// <summary>All that were chosen, also those that may not be set beside the others.</summary>
    public required IReadOnlyList<ComparisonCountry> Countries { get; init; }

    /// <summary>Of the comparison as a whole.</summary>
    public required CoreBadge Badge { get; init; }

    public required IReadOnlyList<ComparisonReason> Reasons { get; init; }

    /// <summary>Why some of those chosen are not set beside the others.</summary>
    public required IReadOnlyList<ComparisonReason> LeftOut { get; init; }

    /// <summary>Empty where nothing may be compared.</summary>
    public required IReadOnlyList<ComparisonTheme> Themes { get; init; }

    /// <summary>Why an instrument answers a question only similarly.</summary>
    public required IReadOnlyList<ComparisonNote> Notes { get; init; }

    /// <summary>Strong or weak in most countries.</summary>
    public required IReadOnlyList<ComparisonPattern> Patterns { get; init; }

    /// <summary>One per compared country.</summary>
    public required IReadOnlyList<ComparisonPeers> Peers { get; init; }

    /// <summary>One per country that shares the core.</summary>
    public required IReadOnlyList<ComparisonGaps> Gaps { get; init; }

    /// <summary>Null where no compared country has more than one round.</summary>
    public required ComparisonSeries? Series { get; init; }

    /// <summary>What agencies did on questions on which one of those chosen is weak or shows nothing; empty where nobody tells.</summary>
    public required IReadOnlyList<ComparisonAdvice> Advice { get; init; }

    /// <summary>On one question.</summary>
    public int MostPractices => ReadPractices.MostOnQuestion;

    /// <summary>The document with one question, or one theme, as it fits on a slide; null where nothing of it may be compared.</summary>
    public ComparisonDocument? Only(string? theme, string? question)
    {
        var found = Themes.FirstOrDefault(t => question is null ? t.Code == theme : t.Questions.Any(q => q.Code == question));
        if (found is null) return null;
        var questions = question is null ? found.Questions : [.. found.Questions.Where(q => q.Code == question)];
        return questions.Any(q => q.Cells.Count > 0) ? this with { Themes = [found with { Questions = questions }] } : null;
    }
}

/// <param name="Title">Of the core.</param>
/// <param name="Questions">How many it has.</param>
/// <param name="Agencies">How many a question needs.</param>
/// <param name="Bands">Names of the three, from the lowest.</param>
public sealed record ComparisonCore(string Title, int Questions, int Agencies, IReadOnlyList<string> Bands);

/// <param name="Id">By which the document's other parts refer to it.</param>
/// <param name="Country">What it is called.</param>
/// <param name="Terms">Null where it shares nothing of the core.</param>
public sealed record ComparisonCountry(string Id, BriefCountry Country, ComparisonTerms? Terms);

/// <summary>On which terms and on what ground a country stands in the document.</summary>
public sealed record ComparisonTerms
{
    /// <summary>Code of the instrument.</summary>
    public required string Instrument { get; init; }

    public required string Title { get; init; }

    /// <summary>SHA-256 of the instrument version.</summary>
    public required string Hash { get; init; }

    /// <summary>Version of the mapping to the core.</summary>
    public required int Mapping { get; init; }

    public required string Round { get; init; }
    public required CoreStage Stage { get; init; }
    public required int? Agencies { get; init; }

    /// <summary>In per cent; null where it is not known.</summary>
    public required decimal? Verified { get; init; }

    /// <summary>Questions of the core that may be shown.</summary>
    public required int Shown { get; init; }

    /// <summary>Nothing is said of change.</summary>
    public required bool Breaks { get; init; }

    /// <summary>The round shared before, where there is one.</summary>
    public required string? Before { get; init; }

    /// <summary>When the version shown was published, and its number.</summary>
    public required DateOnly DataOn { get; init; }

    public required int Version { get; init; }
    public required SharingLevel Level { get; init; }

    /// <summary>Null: the default level, without agreement.</summary>
    public required BriefAgreement? Agreement { get; init; }

    public required BriefSuppression Suppression { get; init; }
}

/// <param name="Code">What it is.</param>
/// <param name="Countries">Those it is about; none where it is about all.</param>
/// <param name="Other">The second of two.</param>
/// <param name="Count">What there is too little of.</param>
/// <param name="Needed">How much there must be.</param>
public sealed record ComparisonReason(CoreReasonCode Code, IReadOnlyList<string> Countries, string? Other, int? Count, int? Needed);

/// <param name="Code">Of the theme.</param>
/// <param name="Name">In the document's language.</param>
/// <param name="Meaning">What it looks at.</param>
/// <param name="Levels">Names of the five levels of its scale.</param>
/// <param name="MeansOf">Codes of the questions the means are over.</param>
/// <param name="Means">One per compared country; empty where they may not stand side by side.</param>
/// <param name="Questions">In the order of the core.</param>
public sealed record ComparisonTheme(
    string Code, string Name, string Meaning, IReadOnlyList<string> Levels, IReadOnlyList<string> MeansOf, IReadOnlyList<ComparisonMean> Means, IReadOnlyList<ComparisonQuestion> Questions);

/// <param name="Country">Its id.</param>
/// <param name="Mean">As shown.</param>
/// <param name="Similar">At least one of the answers is mapped as close.</param>
public sealed record ComparisonMean(string Country, decimal Mean, bool Similar);

/// <param name="Code">Of the question.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Text">The question itself.</param>
/// <param name="Badge">What may be compared of it.</param>
/// <param name="Reasons">Its own, beside those of the whole comparison.</param>
/// <param name="InBands">Counts are of three bands, else of five levels.</param>
/// <param name="MeansFit">The means may stand side by side.</param>
/// <param name="Cells">One per compared country; empty where the question may not be compared.</param>
public sealed record ComparisonQuestion(
    string Code, string Name, string Text, CoreBadge Badge, IReadOnlyList<ComparisonReason> Reasons, bool InBands, bool MeansFit, IReadOnlyList<ComparisonCell> Cells);

/// <summary>One question of one country; without figures where they may not be shown, which is no zero.</summary>
/// <param name="Country">Its id.</param>
/// <param name="Availability">Whether they may be shown.</param>
/// <param name="Similar">The instrument asks something similar only.</param>
/// <param name="Answered">Agencies with an answer.</param>
/// <param name="Counts">From the lowest band or level.</param>
/// <param name="Mean">As shown.</param>
/// <param name="Change">Since the round before.</param>
public sealed record ComparisonCell(string Country, CoreAvailability Availability, bool Similar, int? Answered, IReadOnlyList<int?> Counts, decimal? Mean, SharedCoreChange? Change);

/// <param name="Question">Its code.</param>
/// <param name="Countries">Whose instrument it is about.</param>
/// <param name="Text">Why the mapping is close.</param>
public sealed record ComparisonNote(string Question, IReadOnlyList<string> Countries, string Text);

/// <param name="Question">Its code.</param>
/// <param name="Name">Its short name.</param>
/// <param name="IsStrength">Else a weakness.</param>
/// <param name="Count">In how many countries.</param>
/// <param name="Of">Of how many that show it.</param>
public sealed record ComparisonPattern(string Question, string Name, bool IsStrength, int Count, int Of);

/// <param name="Country">Its id.</param>
/// <param name="Peers">The nearest first.</param>
public sealed record ComparisonPeers(string Country, IReadOnlyList<ComparisonPeer> Peers);

/// <param name="Country">Its id.</param>
/// <param name="Distance">From 0 to 1, as shown.</param>
/// <param name="Common">Over how many questions.</param>
public sealed record ComparisonPeer(string Country, decimal Distance, int Common);

/// <param name="Country">Its id.</param>
/// <param name="Gaps">What is asked first stands first.</param>
public sealed record ComparisonGaps(string Country, IReadOnlyList<ComparisonGap> Gaps);

/// <param name="Question">Its code.</param>
/// <param name="Text">The question itself.</param>
/// <param name="Why">Why it is not shown.</param>
/// <param name="Others">How many of the others show it.</param>
public sealed record ComparisonGap(string Question, string Text, CoreAvailability Why, int Others);
