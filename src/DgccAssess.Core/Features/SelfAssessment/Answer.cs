using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>An agency's answer to one indicator: facts, analysis, level claimed. Evidence hangs beside it.</summary>
public sealed class Answer : IVersioned, IAudited
{
    private Answer() { }

    public required Guid Id { get; init; }
    public required Guid AssessmentId { get; init; }
    public required string Indicator { get; init; }

    /// <summary>Codes of the criteria the agency says it meets.</summary>
    public IReadOnlyList<string> Criteria { get; private set; } = [];

    /// <summary>Level claimed, on the indicator's scale; null: not answered.</summary>
    public decimal? Level { get; private set; }

    public IReadOnlyList<Fact> Facts { get; private set; } = [];
    public string Analysis { get; private set; } = "";

    /// <summary>Name of the service the agency chose, for indicators named by the agency.</summary>
    public string? Subject { get; private set; }

    public AnswerStatus Status { get; private set; }
    public string? ReturnReason { get; private set; }

    /// <summary>The respondent who holds it; null: anybody of the agency.</summary>
    public Guid? HolderId { get; private set; }

    public Guid? SavedById { get; private set; }
    public string? SavedByName { get; private set; }
    public DateTime? SavedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Answer Create(Guid id, Guid assessmentId, string indicator) => new() { Id = id, AssessmentId = assessmentId, Indicator = indicator };

    /// <summary>True when these values are what is stored already: a repeated save changes nothing.</summary>
    public bool Holds(AnswerContent content) =>
        Level == content.Level && Analysis == content.Analysis && Subject == content.Subject
        && Criteria.SequenceEqual(content.Criteria) && Facts.SequenceEqual(content.Facts);

    public void Save(AnswerContent content, Guid byId, string byName, DateTime nowUtc)
    {
        (Criteria, Level, Facts, Analysis, Subject) = (content.Criteria, content.Level, content.Facts, content.Analysis, content.Subject);
        (SavedById, SavedByName, SavedAt) = (byId, byName, nowUtc);
        if (Status is AnswerStatus.NotStarted or AnswerStatus.Ready) Status = AnswerStatus.InProgress;
    }

    public void MarkReady() => (Status, ReturnReason) = (AnswerStatus.Ready, null);

    public void Return(string reason) => (Status, ReturnReason) = (AnswerStatus.Returned, reason);

    public void AssignTo(Guid? holderId) => HolderId = holderId;
}

public enum AnswerStatus
{
    NotStarted,
    InProgress,

    /// <summary>The respondent says it is complete.</summary>
    Ready,

    /// <summary>The coordinator sent it back with a reason.</summary>
    Returned,
}

/// <summary>One line of proof: document, number, article, page.</summary>
public sealed record Fact(string Document, string Number, string Article, string Page);

public sealed record AnswerContent(IReadOnlyList<string> Criteria, decimal? Level, IReadOnlyList<Fact> Facts, string Analysis, string? Subject);
