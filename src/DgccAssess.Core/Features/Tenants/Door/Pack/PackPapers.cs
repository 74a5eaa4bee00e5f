using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

/// <summary>The report of every published result as tagged PDF/A, in the first of the tenant's languages that the press has.</summary>
internal sealed class PackPapers(TenantDbContext db, ReadResult read, ResultFiles files)
{
    private static readonly string[] Languages = ["en", "id", "ar", "fr"];

    public async Task WriteAsync(PackArchive pack, List<string> missing, CancellationToken ct)
    {
        var language = db.Space.Settings.Languages.FirstOrDefault(Languages.Contains) ?? Languages[0];
        var published = await (from assessment in db.Assessments
                               join round in db.Rounds on assessment.RoundId equals round.Id
                               join agency in db.Agencies on assessment.AgencyId equals agency.Id
                               where db.Snapshots.Any(s => s.AssessmentId == assessment.Id && s.Milestone == Milestone.Published)
                               orderby round.Code, agency.Code
                               select new { assessment.Id, Round = round.Code, Agency = agency.Code }).ToListAsync(ct);
        foreach (var result in published)
        {
            var path = $"results/{result.Round}/{result.Agency}-{language}.pdf";
            try
            {
                var report = ReportBuilder.Build((await read.HandleAsync(result.Id, Milestone.Published, ct))!, db.Space, language);
                await pack.AddAsync(path, (await files.GetAsync(new ReportRequest(report, ReportVariant.Archive).ToPressRequest(), ct)).Content, packed: true);
            }
            catch (PressException e)
            {
                // The figures are in the snapshot; a pack without the paper is better than none, and says so.
                missing.Add($"{path}: {e.Message}");
            }
        }
    }
}
