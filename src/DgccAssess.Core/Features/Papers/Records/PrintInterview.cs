using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers.Records;

/// <summary>The form for an agency's interview: every indicator an assessor left a note on, and room for what is said. It is a form, not a record: it has no number.</summary>
public sealed class PrintInterview(TenantDbContext db, SpaceInfo space, InstrumentLibrary instruments, ReadPaperTenant tenants, ReadTemplates templates, ResultFiles files, TimeProvider clock)
{
    /// <exception cref="PressException">The press could not make it.</exception>
    public async Task<ResultFile> HandleAsync(AssessmentRef assessment, string language, ReportVariant standard, CancellationToken ct)
    {
        var instrument = await instruments.GetAsync(assessment.InstrumentVersionId, ct);
        var texts = instrument.TextsIn(language);
        var ratings = (await db.Ratings.AsNoTracking().Where(r => r.AssessmentId == assessment.Id && (r.Stage == Stage.Self || r.Stage == Stage.Document)).OrderBy(r => r.RaterId).ToListAsync(ct))
            .ToLookup(r => r.Indicator, StringComparer.Ordinal);
        var topics =
            from node in instrument.Instrument.Indicators()
            let verdicts = ratings[node.Code].Where(r => r.Stage is Stage.Document).ToList()
            where verdicts.Exists(v => v.Note.Length > 0)
            select new InterviewTopic(
                node.Code, texts.Name(node.Code), ratings[node.Code].FirstOrDefault(r => r.Stage is Stage.Self)?.Value, Agreed(verdicts), string.Join("\n", verdicts.Select(v => v.Note).Where(n => n.Length > 0)));
        var document = new InterviewDocument
        {
            Locale = space.Settings.LocaleOf(language),
            Tenant = await tenants.HandleAsync(language, ct),
            Template = await templates.LookNowAsync(TemplateKind.Records, language, ct),
            IssuedOn = space.DayOf(clock.UtcNow),
            Synthetic = assessment.Synthetic,
            Agency = new PaperAgency(assessment.AgencyNames.In(language)),
            Round = assessment.Round,
            Instrument = texts.Title,
            Topics = [.. topics],
        };
        return await files.GetAsync(new PaperRequest<InterviewDocument>("interview-minutes", standard, document).ToPressRequest(), ct);
    }

    // Where assessors differ there is no level to print.
    private static decimal? Agreed(List<Rating> verdicts) => verdicts.Select(v => v.Value).Distinct().ToList() is [{ } value] ? value : null;
}
