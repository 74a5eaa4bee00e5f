using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Security;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Nominations;

/// <summary>What a reader sees of a nomination.</summary>
public sealed record ReadNomination(Guid Id, string Agency, LocalizedText Names, string Statement, string SavedByName, DateTime SavedAt, IReadOnlyList<NominationProof> Proofs);

/// <summary>Shows a nomination with its files to its own coordinator, the office, auditors, and jurors who have a seat before it and don't stand aside.</summary>
public sealed class OpenNomination(TenantDbContext db, ReadJury jury, IEvidenceStore store, ActorContext actor)
{
    /// <returns>Null where there is none for this reader.</returns>
    public async Task<ReadNomination?> HandleAsync(AwardRoundRef round, string agency, CancellationToken ct)
    {
        var found = await (from nomination in db.Nominations.AsNoTracking()
                           join owner in db.Agencies on nomination.AgencyId equals owner.Id
                           where nomination.AwardRoundId == round.Id && owner.Code == agency
                           select new { Nomination = nomination, owner.Names }).FirstOrDefaultAsync(ct);
        if (found is null || !await MayReadAsync(round, found.Nomination, ct)) return null;
        var proofs = await db.NominationProofs.AsNoTracking().Where(p => p.NominationId == found.Nomination.Id && p.RemovedAt == null).OrderBy(p => p.Id).ToListAsync(ct);
        return new ReadNomination(found.Nomination.Id, agency, found.Names, found.Nomination.Statement, found.Nomination.SavedByName, found.Nomination.SavedAt, proofs);
    }

    /// <returns>Null where there is no such file for this reader.</returns>
    public async Task<OpenedEvidence?> FileAsync(AwardRoundRef round, string agency, Guid proofId, CancellationToken ct) =>
        (await HandleAsync(round, agency, ct))?.Proofs.FirstOrDefault(p => p.Id == proofId && p.Sha256 is not null) is { } proof
            ? new OpenedEvidence(proof.Name, EvidenceFormat.Of(proof.ContentType!), proof.Sha256!, proof.AddedAt, store.OpenRead(proof.Sha256!))
            : null;

    private async Task<bool> MayReadAsync(AwardRoundRef round, Nomination nomination, CancellationToken ct)
    {
        var who = actor.Current;
        if (who.Can(Permissions.AwardsOrganize) || who.Can(Permissions.RecordsRead)) return true;
        if (who.Can(Permissions.AssessmentsCoordinate) && who.AgencyId == nomination.AgencyId) return true;
        return who.Can(Permissions.AwardsJudge) && round.Stage >= AwardStage.Jury
            && (await jury.HandleAsync(round, ct)).SeatsOf(who.Id).Any(s => s.Nomination.Id == nomination.Id && s.State is not SeatState.Recused);
    }
}
