using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SharedCore;

/// <param name="Instrument">Whose mapping.</param>
/// <param name="Rows">As typed, one per question; null: the approval is taken back.</param>
/// <param name="Language">Of the notes.</param>
/// <param name="Version">Number of the version the form was made from; 0 where nothing was decided.</param>
public sealed record ApproveMappingCommand(string Instrument, IReadOnlyList<TypedRow>? Rows, string Language, int? Version);

/// <summary>Puts a mapping in force, as it is proposed or as the tenant changed it, or takes the approval back. What was shared names the version it was computed by.</summary>
public sealed class ApproveMapping(TenantDbContext db, ReadCoreMapping read, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    /// <returns>Where somebody else was faster, what is in force now.</returns>
    public async Task<Result<ApprovedMapping?>> HandleAsync(ApproveMappingCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.SharingDecide)) return Failed(Result.Forbidden());
        if (command.Version is not { } version) return Failed(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        if (await read.FindAsync(command.Instrument, ct) is not { } state) return Failed(Result.NotFound());

        var settled = command.Rows is null ? null : MappingRules.Settle(state, command.Rows, command.Language);
        if (settled is { Succeeded: false }) return Failed(settled);

        var document = settled?.Value!.ToCanonicalJson();
        if (state.Latest is { } latest ? latest.Document == document : document is null) return Result<ApprovedMapping?>.Of(state.Latest);
        if (state.Number != version) return Result<ApprovedMapping?>.StaleWith(state.Latest);

        var approved = new ApprovedMapping
        {
            Id = clock.NewId(), Instrument = state.Code, Number = version + 1, Document = document, Hash = document is null ? null : MappingDocument.HashOf(document),
            ApprovedAt = clock.UtcNow, ApprovedByName = actor.Current.Name,
        };
        db.ApprovedMappings.Add(approved);
        audit.Record(settled is null
            ? new CoreApprovalTakenBack(state.Code, approved.Number)
            : new CoreMappingApproved(state.Code, approved.Number, approved.Hash!, MappingRules.Changed(state.Shown, settled.Value!)));
        try
        {
            await db.SaveChangesAsync(ct);
            return approved;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody took the number.
            db.ChangeTracker.Clear();
            if (await read.LatestAsync(state.Code, ct) is not { } now || now.Number < approved.Number) throw;
            return now.Document == document ? now : Result<ApprovedMapping?>.StaleWith(now);
        }
    }

    private static Result<ApprovedMapping?> Failed(Result failure) => Result<ApprovedMapping?>.From(failure);
}
