using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Payload;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <summary>Practices as they go into a payload: agreed to, and of agencies that are named there.</summary>
public sealed class ReadAgreedPractices(TenantDbContext db)
{
    /// <returns>In the order of the core, then by agency; null where there is none, so that a payload without practices is the text it always was.</returns>
    public async Task<IReadOnlyList<SharedPractice>?> HandleAsync(Guid roundId, IReadOnlyList<SharedAgency>? agencies, CancellationToken ct)
    {
        if (agencies is null) return null;
        var agreed = await (from practice in db.Practices.AsNoTracking()
                            join assessment in db.Assessments on practice.AssessmentId equals assessment.Id
                            join agency in db.Agencies on assessment.AgencyId equals agency.Id
                            where assessment.RoundId == roundId && practice.State == PracticeState.Agreed
                            select new { practice.Question, agency.Code, practice.Texts }).ToListAsync(ct);
        var named = agencies.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        List<SharedPractice> shared =
        [
            .. agreed.Where(p => named.Contains(p.Code) && PracticeRules.IsQuestion(p.Question)).OrderBy(p => PracticeRules.PlaceOf(p.Question)).ThenBy(p => p.Code, StringComparer.Ordinal)
                .Select(p => new SharedPractice(p.Question, p.Code, new SortedDictionary<string, string>(p.Texts.Values.ToDictionary(), StringComparer.Ordinal))),
        ];
        return shared.Count == 0 ? null : shared;
    }
}
