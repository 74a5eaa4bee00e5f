namespace DgccAssess.Core.Features.Papers.Records;

/// <summary>For the winner of an award category; A4 landscape.</summary>
public sealed record CertificateDocument : PaperDocument
{
    public required CertificateAward Award { get; init; }
    public required CertificateWinner Winner { get; init; }

    /// <summary>Where it is signed.</summary>
    public string? Place { get; init; }

    /// <summary>At most three.</summary>
    public required IReadOnlyList<PaperSignature> Signatures { get; init; }
}

/// <param name="Name">Of the award.</param>
/// <param name="Year">As printed.</param>
/// <param name="Category">What was won.</param>
/// <param name="Prize">Gold, first place; null where there is one winner.</param>
/// <param name="Citation">Why, in the jury's words.</param>
public sealed record CertificateAward(string Name, string Year, string Category, string? Prize = null, string? Citation = null);

/// <param name="Name">In the document's language.</param>
/// <param name="Other">In another script, below it.</param>
public sealed record CertificateWinner(string Name, string? Other = null);

public sealed record PaperSignature(string Name, string Title);

/// <summary>Papers about one assessment.</summary>
public abstract record AssessmentDocument : PaperDocument
{
    public required PaperAgency Agency { get; init; }
    public required string Round { get; init; }

    /// <summary>Title of the instrument.</summary>
    public required string Instrument { get; init; }

    public PaperSignOff? SignOff { get; init; }
    public PaperSource? Snapshot { get; init; }
}

public sealed record PaperAgency(string Name);

public sealed record PaperSignOff(string ByName, DateOnly On, string Statement);

/// <param name="Hash">SHA-256 of the snapshot.</param>
/// <param name="Reference">As the receipt of the sign-off says it.</param>
public sealed record PaperSource(string Hash, string Reference);

/// <summary>Minutes of the self-assessment (berita acara).</summary>
public sealed record MinutesDocument : AssessmentDocument
{
    public required int Decimals { get; init; }

    /// <summary>The index by the agency's own ratings.</summary>
    public decimal? Self { get; init; }

    public required IReadOnlyList<MinutesLevel> Levels { get; init; }
}

public sealed record MinutesLevel(string Code, string Name, decimal? Level);

public sealed record ConsentDocument : AssessmentDocument
{
    public required int Indicators { get; init; }
}

/// <summary>A form for the interview: what assessors marked to be clarified, with room for the answers.</summary>
public sealed record InterviewDocument : AssessmentDocument
{
    public required IReadOnlyList<InterviewTopic> Topics { get; init; }
}

/// <param name="Code">Of the indicator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Self">What the agency claimed.</param>
/// <param name="Level">What the documents hold.</param>
/// <param name="Note">What to clarify.</param>
public sealed record InterviewTopic(string Code, string Name, decimal? Self, decimal? Level, string? Note);

public sealed record JuryRecordDocument : PaperDocument
{
    public required CertificateAward Award { get; init; }
    public required int Decimals { get; init; }
    public required IReadOnlyList<JuryRecordJuror> Jurors { get; init; }

    /// <summary>What points were given for, with its weight in per cent.</summary>
    public required IReadOnlyList<JuryRecordCriterion> Criteria { get; init; }

    /// <summary>How far jurors agreed, by panel.</summary>
    public required IReadOnlyList<JuryRecordAgreement> Agreement { get; init; }

    /// <summary>By rank.</summary>
    public required IReadOnlyList<JuryRank> Ranking { get; init; }

    /// <summary>Where people departed from the ranking.</summary>
    public required IReadOnlyList<JuryDecision> Decisions { get; init; }
}

/// <param name="Name">Of the person.</param>
/// <param name="Recused">The agencies he or she did not judge.</param>
public sealed record JuryRecordJuror(string Name, IReadOnlyList<JuryRecordRecusal> Recused);

/// <param name="Name">Of the agency.</param>
/// <param name="Reason">Null where the juror works for it.</param>
public sealed record JuryRecordRecusal(string Name, string? Reason);

public sealed record JuryRecordCriterion(string Name, decimal Weight);

/// <param name="Panel">Its name.</param>
/// <param name="Jurors">Who gave points.</param>
/// <param name="Concordance">Kendall's W, 0 to 1; null where there is none.</param>
/// <param name="Difference">Mean difference of two jurors, in points; null without a pair.</param>
public sealed record JuryRecordAgreement(string Panel, int Jurors, decimal? Concordance, decimal? Difference);

public sealed record JuryRank(int Rank, string Name, decimal? Value, string? Prize);

/// <param name="Kind">What was decided.</param>
/// <param name="Name">Of the agency.</param>
/// <param name="Reason">In the words of who decided.</param>
public sealed record JuryDecision(Scoring.Awards.DepartureKind Kind, string Name, string Reason);
