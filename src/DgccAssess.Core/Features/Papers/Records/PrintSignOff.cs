using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Papers.Records;

/// <summary>Minutes and publication consent of a signed-off self-assessment, ready to be signed on paper too.</summary>
public sealed class PrintSignOff(SpaceInfo space, ReadResult read, ReadPaperTenant tenants, PrintPaper print)
{
    /// <returns>Null before the sign-off.</returns>
    public Task<StoredResult?> FindAsync(AssessmentRef assessment, CancellationToken ct) => read.HandleAsync(assessment.Id, Milestone.Submitted, ct);

    /// <param name="assessment">Whose.</param>
    /// <param name="submitted">What was signed.</param>
    /// <param name="kind">Minutes or Consent.</param>
    /// <param name="language">A language of the space.</param>
    /// <param name="standard">Kind of file.</param>
    /// <param name="ct">To stop.</param>
    /// <exception cref="Press.PressException">The press could not make it.</exception>
    public async Task<ResultFile> HandleAsync(AssessmentRef assessment, StoredResult submitted, PaperKind kind, string language, ReportVariant standard, CancellationToken ct)
    {
        var tenant = await tenants.HandleAsync(language, ct);
        return await print.HandleAsync(
            new(new(kind, assessment.Subject, submitted.Hash), language, standard, (paper, look) => kind is PaperKind.Consent
                ? new PaperRequest<ConsentDocument>("consent", standard, AssessmentRecords.Consent(submitted, space, tenant, language) with { Register = paper.OnPaper(), Template = look }).ToPressRequest()
                : new PaperRequest<MinutesDocument>("minutes", standard, AssessmentRecords.Minutes(submitted, space, tenant, language) with { Register = paper.OnPaper(), Template = look }).ToPressRequest()),
            ct);
    }
}
