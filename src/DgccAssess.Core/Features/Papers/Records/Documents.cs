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
    public required IReadOnlyList<Juror> Jurors { get; init; }

    /// <summary>By rank.</summary>
    public required IReadOnlyList<JuryRank> Ranking { get; init; }

    /// <summary>Where people departed from the ranking.</summary>
    public required IReadOnlyList<JuryDecision> Decisions { get; init; }
}

/// <param name="Name">Of the person.</param>
/// <param name="Recused">Names of the agencies he or she did not judge.</param>
public sealed record Juror(string Name, IReadOnlyList<string> Recused);

public sealed record JuryRank(int Rank, string Name, decimal? Value, string? Prize);

public sealed record JuryDecision(string Text, string Reason);
