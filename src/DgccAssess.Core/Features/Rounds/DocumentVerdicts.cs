using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

/// <summary>What one assigned assessor found in the documents of one indicator.</summary>
public sealed record DocumentVerdict(string Indicator, Guid RaterId, decimal? Value, string Explanation, string Note, IReadOnlyList<string> Criteria);

/// <summary>The verdicts of everybody assigned, per indicator: what consolidation starts from.</summary>
public sealed class DocumentVerdicts(TenantDbContext db)
{
    public async Task<ILookup<string, DocumentVerdict>> OfAsync(Guid assessmentId, CancellationToken ct)
    {
        var verdicts = await (from rating in db.Ratings
                              join assignment in db.AssessorAssignments
                                  on new { rating.AssessmentId, Assessor = rating.RaterId } equals new { assignment.AssessmentId, Assessor = assignment.AssessorId }
                              where rating.AssessmentId == assessmentId && rating.Stage == Stage.Document
                              orderby assignment.AssignedAt, rating.RaterId
                              select new DocumentVerdict(rating.Indicator, rating.RaterId, rating.Value, rating.Explanation, rating.Note, rating.Criteria)).ToListAsync(ct);
        return verdicts.ToLookup(v => v.Indicator, StringComparer.Ordinal);
    }
}

/// <summary>How verdicts become one: a function of values.</summary>
public static class Consensus
{
    /// <summary>The value all assessors gave; null where they differ or somebody gave none: then the organizer must choose.</summary>
    public static decimal? Value(IEnumerable<DocumentVerdict> verdicts) => verdicts.Select(v => v.Value).Distinct().ToList() is [var only] ? only : null;

    /// <summary>The explanation of the first assessor where all gave one value; empty where they differ.</summary>
    public static string Explanation(IReadOnlyList<DocumentVerdict> verdicts) => Value(verdicts) is null ? "" : verdicts[0].Explanation;

    /// <summary>Criteria behind a final value: those ticked by every assessor who gave it, or by every assessor where none did.</summary>
    public static IReadOnlyList<string> Criteria(IReadOnlyList<DocumentVerdict> verdicts, decimal value)
    {
        var given = verdicts.Where(v => v.Value == value).ToList();
        var behind = given.Count > 0 ? given : verdicts;
        return behind.Count == 0 ? [] : [.. behind[0].Criteria.Where(c => behind.All(v => v.Criteria.Contains(c)))];
    }
}
