using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Review;

/// <summary>The steps of a diagnosis that give a value; an earlier one is never overwritten by a later one.</summary>
public enum Stage
{
    Self,
    Document,
    Interview,
    Visit,
    Final,
}

/// <summary>The value of one indicator at one stage by one assessor (or by the office, for self and final).</summary>
public sealed class Rating : IVersioned, IAudited
{
    private Rating() { }

    public required Guid Id { get; init; }
    public required Guid AssessmentId { get; init; }
    public required string Indicator { get; init; }
    public required Stage Stage { get; init; }

    /// <summary>The assessor; <see cref="Guid.Empty"/> where an office speaks (self, final).</summary>
    public required Guid RaterId { get; init; }

    public IReadOnlyList<string> Criteria { get; private set; } = [];

    /// <summary>Value on the indicator's scale; null while the assessor has only notes.</summary>
    public decimal? Value { get; private set; }

    public string Explanation { get; private set; } = "";

    /// <summary>What to clarify in the interview.</summary>
    public string Note { get; private set; } = "";

    public required string SavedByName { get; set; }
    public required DateTime SavedAt { get; set; }
    public int Version { get; private set; } = 1;

    public static Rating Create(Guid id, Guid assessmentId, string indicator, Stage stage, Guid raterId, RatingContent content, string byName, DateTime nowUtc)
    {
        var rating = new Rating { Id = id, AssessmentId = assessmentId, Indicator = indicator, Stage = stage, RaterId = raterId, SavedByName = byName, SavedAt = nowUtc };
        rating.Save(content, byName, nowUtc);
        return rating;
    }

    public bool Holds(RatingContent content) =>
        Value == content.Value && Explanation == content.Explanation && Note == content.Note && Criteria.SequenceEqual(content.Criteria);

    public void Save(RatingContent content, string byName, DateTime nowUtc)
    {
        (Criteria, Value, Explanation, Note) = (content.Criteria, content.Value, content.Explanation, content.Note);
        (SavedByName, SavedAt) = (byName, nowUtc);
    }
}

public sealed record RatingContent(IReadOnlyList<string> Criteria, decimal? Value, string Explanation, string Note);
