using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence.Content;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Security;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

/// <param name="Id">Made with the form: a repeat of it adds nothing.</param>
/// <param name="AssessmentId">Whose answer it proves.</param>
/// <param name="Indicator">Code of the indicator answered.</param>
/// <param name="FileName">As the sender calls it; untrusted.</param>
/// <param name="Content">Read once, as it arrives.</param>
public sealed record AddEvidenceFileCommand(Guid Id, Guid AssessmentId, string Indicator, string FileName, Stream Content) : ICreation;

public sealed record EvidenceAdded(string Subject, Guid EvidenceId, string Name, string ContentType, long Length, string Sha256) : AuditFact(Subject);

/// <summary>Takes a file as proof of an answer. The bytes are whole on disk before the row exists; a failure leaves neither.</summary>
public sealed class AddEvidenceFile(
    TenantDbContext db, FindEvidenceTarget targets, IEvidenceStore store, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AddEvidenceFileCommand command, CancellationToken ct)
    {
        // Asked before the file is received, so that nobody uploads in vain, and again after, since that may take minutes.
        if (await targets.HandleAsync(command.AssessmentId, command.Indicator, command.Id, ct) is { Succeeded: false } refusal) return refusal;
        try
        {
            await using var staged = await store.StageAsync(command.Content, EvidenceFiles.MaxBytes, ct);
            if (staged is null) return Result.Invalid("File", EvidenceMessages.TooLarge, EvidenceFiles.MaxMegabytes);
            return await KeepAsync(command, staged, ct);
        }
        catch (EvidenceStoreException e)
        {
            return Result.Invalid("File", e.IsFull ? EvidenceMessages.StoreFull : EvidenceMessages.StoreFailed);
        }
    }

    private async Task<Result> KeepAsync(AddEvidenceFileCommand command, StagedEvidence staged, CancellationToken ct)
    {
        var recognition = Recognize(staged);
        if (recognition.Format is not { } format) return Result.Invalid("File", recognition.Refusal!, recognition.Arguments);

        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var target = await targets.HandleAsync(command.AssessmentId, command.Indicator, command.Id, ct);
        if (!target.Succeeded) return target;
        if (await RepeatAsync(command.Id, target.Value!.AnswerId, staged.Sha256, ct) is { } repeat) return repeat;

        await staged.KeepAsync(ct);
        var who = actor.Current;
        var name = EvidenceName.Clean(command.FileName, format);
        db.Evidence.Add(EvidenceItem.File(
            command.Id, target.Value.AnswerId, name, format.ContentType, staged.Length, staged.Sha256, who.Id, who.Name, clock.UtcNow));
        audit.Record(new EvidenceAdded(target.Value.Subject, command.Id, name, format.ContentType, staged.Length, staged.Sha256));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }

    private static Recognition Recognize(StagedEvidence staged)
    {
        using var content = staged.OpenRead();
        return Recognition.Of(content);
    }

    private async Task<Result?> RepeatAsync(Guid id, Guid answerId, string sha256, CancellationToken ct)
    {
        var stored = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct);
        if (stored is null) return null;
        return stored.AnswerId == answerId && stored.Sha256 == sha256 ? Result.Ok : Result.Conflict(EvidenceMessages.FormUsed);
    }
}
