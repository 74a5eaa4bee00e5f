using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Countries;

/// <param name="Partner">Id of its space in its own installation.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="PublicKey">As when it is registered; empty: it keeps the key it has.</param>
/// <param name="ClientId">Of the program that may publish from now on.</param>
public sealed record ChangePartnerCommand(string Partner, int? Version, string PublicKey, string ClientId);

public sealed record PartnerProgramChanged(string Partner, string Country, Guid ClientId) : AuditFact($"countries/{Country}");

/// <summary>Another key or another program for a partner with an installation of its own: lost, rotated or moved. What the old ones sign or send is refused from then on.</summary>
public sealed class ChangePartner(HubDbContext db, ActorContext actor, AuditTrail audit)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public async Task<Result<SharingPartner>> HandleAsync(ChangePartnerCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.TenantsOperate)) return Failed(Result.Forbidden());
        if (command.Version is not { } version) return Failed(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        // The key of a tenant of this installation comes with its publications; nobody types it.
        if (await db.SharingPartners.SingleOrDefaultAsync(p => p.Id == command.Partner && p.ClientId != null, ct) is not { } partner) return Failed(Result.NotFound());

        List<Problem> problems = [];
        var (program, fault) = await PartnerInstallation.ProgramAsync(db, partner.Id, command.ClientId, ct);
        // One that was revoked meanwhile does not stand in the way of another key.
        if (fault is not null && program != partner.ClientId) problems.Add(fault);
        var keyId = string.IsNullOrWhiteSpace(command.PublicKey) ? partner.KeyId : PartnerInstallation.KeyIdOf(command.PublicKey);
        if (keyId is null) problems.Add(new(nameof(command.PublicKey), CountryMessages.KeyWrong));
        if (problems.Count > 0) return Failed(Result.Invalid(problems));
        if (keyId == partner.KeyId && program == partner.ClientId) return partner;
        if (partner.Version != version) return Result<SharingPartner>.StaleWith(partner);

        if (keyId != partner.KeyId) audit.Record(new PartnerKeyChanged(partner.Id, partner.Country, keyId!));
        if (program != partner.ClientId) audit.Record(new PartnerProgramChanged(partner.Id, partner.Country, program));
        partner.TakeKey(keyId!);
        partner.TakeProgram(program);
        try
        {
            await db.SaveChangesAsync(ct);
            return partner;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Result<SharingPartner>.StaleWith(await db.SharingPartners.AsNoTracking().SingleAsync(p => p.Id == command.Partner, ct));
        }
    }

    private static Result<SharingPartner> Failed(Result failure) => Result<SharingPartner>.From(failure);
}
