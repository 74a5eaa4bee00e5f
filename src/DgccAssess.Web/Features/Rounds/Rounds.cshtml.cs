using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds;

/// <summary>Words of rounds, consolidation and publication.</summary>
public sealed class RoundsWords;

[Authorize(Policy = Policies.ReadRounds)]
public sealed class RoundsModel(TenantDbContext db, InstrumentLibrary instruments) : PageModel
{
    public sealed record Row(string Code, CycleType CycleType, Guid InstrumentVersionId, DateTime? DueAt, int Agencies, int Published);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await db.Rounds.OrderByDescending(r => r.Code).Select(r => new Row(
            r.Code, r.CycleType, r.InstrumentVersionId, r.AnswersDueAt,
            db.Assessments.Count(a => a.RoundId == r.Id),
            db.Assessments.Count(a => a.RoundId == r.Id && a.Status == AssessmentStatus.Published))).ToListAsync(ct);
        var titles = new Dictionary<Guid, string>();
        foreach (var version in Rows.Select(r => r.InstrumentVersionId).Distinct())
        {
            titles[version] = (await instruments.GetAsync(version, ct)).TextsIn(CultureInfo.CurrentUICulture.Name).Title;
        }

        Titles = titles;
    }
}
