using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

/// <param name="AssessmentId">What is published.</param>
/// <param name="AgencyCode">As typed by the person, who thereby says which agency is meant.</param>
/// <param name="NotPublic">Accepted: without the agency's consent the result goes to the agency only.</param>
/// <param name="Version">Of the assessment.</param>
public sealed record PublishResultCommand(Guid AssessmentId, string AgencyCode, bool NotPublic, int? Version);

public sealed record ResultPublished(string Assessment, bool Public) : AuditFact(Assessment);

/// <summary>Publishes the consolidated result: from then on it changes only by correction.</summary>
public sealed class PublishResult(TenantDbContext db, FindAssessment find, InstrumentLibrary instruments, TakeSnapshot snapshots, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(PublishResultCommand command, CancellationToken ct = default)
    {
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Organize, ct);
        if (!found.Succeeded) return found;

        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var assessment = await db.Assessments.SingleAsync(a => a.Id == command.AssessmentId, ct);
        if (assessment.Status is AssessmentStatus.Published && assessment.Version == version + 1) return Result.Ok;
        if ((await instruments.GetAsync(found.Value!.InstrumentVersionId, ct)).Instrument.Draft) return Result.Conflict(RoundMessages.DraftInstrument);

        var published = assessment.Publish(clock.UtcNow);
        if (!published.Succeeded) return published;
        if (assessment.Version != version) return Result.Stale();
        var consent = assessment.SignOff?.PublicationConsent == true;
        if (command.AgencyCode.Trim() != found.Value.Agency) return Result.Invalid(nameof(command.AgencyCode), RoundMessages.CodeMismatch, found.Value.Agency);
        if (!consent && !command.NotPublic) return Result.Invalid(nameof(command.NotPublic), RoundMessages.NoConsent);

        audit.Record(new ResultPublished(found.Value.Subject, Public: consent));
        await snapshots.AddAsync(assessment, Milestone.Published, reason: null, ct);
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }
}
