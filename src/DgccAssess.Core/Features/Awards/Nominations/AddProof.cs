using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Evidence.Content;
using DgccAssess.Core.Security;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Nominations;

/// <param name="Id">Made with the form: a repeat of it adds nothing.</param>
/// <param name="AwardRound">Its code.</param>
/// <param name="FileName">As the sender calls it; untrusted.</param>
/// <param name="Content">Read once, as it arrives.</param>
public sealed record AddProofFileCommand(Guid Id, string AwardRound, string FileName, Stream Content) : ICreation;

/// <param name="Id">Made with the form: a repeat of it adds nothing.</param>
/// <param name="AwardRound">Its code.</param>
/// <param name="Url">http or https.</param>
/// <param name="Title">What the list calls it; the address itself where empty.</param>
public sealed record AddProofLinkCommand(Guid Id, string AwardRound, string? Url, string? Title) : ICreation;

public sealed record ProofAdded(string Nomination, Guid ProofId, string Name) : AuditFact(Nomination);

/// <summary>Takes files and links that bear out the coordinator's own nomination; files are looked at as evidence is.</summary>
public sealed class AddProof(TenantDbContext db, FindOwnNomination find, IEvidenceStore store, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AddProofLinkCommand command, CancellationToken ct)
    {
        var link = EvidenceLink.Read(command.Url, command.Title);
        if (!link.Succeeded) return link;
        return await KeepAsync(command.AwardRound, command.Id, link.Value!.Title, n => NominationProof.Link(command.Id, n, link.Value.Title, link.Value.Url, actor.Current.Name, clock.UtcNow), ct);
    }

    public async Task<Result> HandleAsync(AddProofFileCommand command, CancellationToken ct)
    {
        // Asked before the file is received, so that nobody uploads in vain, and again after, since that may take minutes.
        if (await TargetAsync(command.AwardRound, command.Id, ct) is { Succeeded: false } refusal) return refusal;
        try
        {
            await using var staged = await store.StageAsync(command.Content, EvidenceFiles.MaxBytes, ct);
            if (staged is null) return Result.Invalid("File", EvidenceMessages.TooLarge, EvidenceFiles.MaxMegabytes);
            var recognition = Recognize(staged);
            if (recognition.Format is not { } format) return Result.Invalid("File", recognition.Refusal!, recognition.Arguments);
            await staged.KeepAsync(ct);
            var name = EvidenceName.Clean(command.FileName, format);
            return await KeepAsync(command.AwardRound, command.Id, name, n => NominationProof.File(command.Id, n, name, format.ContentType, staged.Length, staged.Sha256, actor.Current.Name, clock.UtcNow), ct);
        }
        catch (EvidenceStoreException e)
        {
            return Result.Invalid("File", e.IsFull ? EvidenceMessages.StoreFull : EvidenceMessages.StoreFailed);
        }
    }

    private async Task<Result> KeepAsync(string awardRound, Guid id, string name, Func<Guid, NominationProof> create, CancellationToken ct)
    {
        var found = await find.HandleAsync(awardRound, ct);
        if (!found.Succeeded) return found;
        await using var hold = await db.HoldAwardAsync(found.Value!.Round.Id, ct);
        var target = await TargetAsync(awardRound, id, ct);
        if (!target.Succeeded) return target;
        if (await db.NominationProofs.AnyAsync(p => p.Id == id, ct)) return Result.Ok;
        db.NominationProofs.Add(create(target.Value!.Nomination!.Id));
        audit.Record(new ProofAdded(target.Value.Subject, id, name));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }

    /// <summary>A nomination that is still open and has room; the form's id is new or names a thing of this nomination.</summary>
    private async Task<Result<OwnNomination>> TargetAsync(string awardRound, Guid id, CancellationToken ct)
    {
        var found = await find.HandleAsync(awardRound, ct);
        if (!found.Succeeded) return found;
        if (found.Value!.Nomination is not { WithdrawnAt: null } nomination) return Failed(AwardRoundMessages.NominateFirst);
        if (!found.Value.IsOpen) return Failed(AwardRoundMessages.NominationsClosed);
        var proofs = await db.NominationProofs.Where(p => p.NominationId == nomination.Id || p.Id == id).Select(p => new { p.Id, p.NominationId, p.RemovedAt }).ToListAsync(ct);
        if (proofs.FirstOrDefault(p => p.Id == id) is { } used) return used.NominationId == nomination.Id ? found : Failed(EvidenceMessages.FormUsed);
        return proofs.Count(p => p.RemovedAt is null) < EvidenceFiles.MaxItems ? found : Failed(EvidenceMessages.TooMany, EvidenceFiles.MaxItems);
    }

    private static Recognition Recognize(StagedEvidence staged)
    {
        using var content = staged.OpenRead();
        return Recognition.Of(content);
    }

    private static Result<OwnNomination> Failed(string message, params object[] arguments) => Result<OwnNomination>.From(Result.Conflict(message, arguments));
}
