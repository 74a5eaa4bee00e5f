using DgccAssess.Core.Data;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

public sealed record OpenedEvidence(string Name, EvidenceFormat Format, string Sha256, DateTime AddedAt, Stream Content);

/// <summary>Opens a file for somebody who may read the assessment's evidence. Removed evidence is gone unless a snapshot was taken while it was there.</summary>
public sealed class OpenEvidence(TenantDbContext db, IEvidenceStore store)
{
    public async Task<OpenedEvidence?> HandleAsync(Guid assessmentId, Guid evidenceId, CancellationToken ct)
    {
        var item = await (from evidence in db.Evidence.AsNoTracking()
                          join answer in db.Answers on evidence.AnswerId equals answer.Id
                          where evidence.Id == evidenceId && answer.AssessmentId == assessmentId && evidence.Kind == EvidenceKind.File
                          select evidence).FirstOrDefaultAsync(ct);
        if (item is null || !await IsReadableAsync(item, assessmentId, ct)) return null;
        return new(item.Name, EvidenceFormat.Of(item.ContentType!), item.Sha256!, item.AddedAt, store.OpenRead(item.Sha256!));
    }

    private async Task<bool> IsReadableAsync(EvidenceItem item, Guid assessmentId, CancellationToken ct) =>
        item.RemovedAt is not { } removedAt
        || await db.Snapshots.AnyAsync(s => s.AssessmentId == assessmentId && s.TakenAt >= item.AddedAt && s.TakenAt < removedAt, ct);
}
