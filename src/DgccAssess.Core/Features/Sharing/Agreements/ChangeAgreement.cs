using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Agreements;

/// <param name="Number">Of the agreement.</param>
/// <param name="Terms">What is agreed.</param>
/// <param name="Version">The version the form was made from.</param>
public sealed record ChangeAgreementCommand(int Number, AgreementTerms Terms, int? Version);

public sealed record AgreementChanged(string Code, int Number, SharingLevel Level, DateOnly StartsOn, DateOnly EndsOn) : AuditFact($"rounds/{Code}/sharing/{Number}");

/// <summary>Changes a draft. What is signed is replaced by another agreement, never changed.</summary>
public sealed class ChangeAgreement(TenantDbContext db, ActorContext actor, AuditTrail audit)
{
    /// <returns>Where somebody else was faster, the agreement as it is now.</returns>
    public async Task<Result<SharingAgreement>> HandleAsync(ChangeAgreementCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.SharingDecide)) return Failed(Result.Forbidden());
        if (command.Version is not { } version) return Failed(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        if (await db.SharingAgreements.FirstOrDefaultAsync(a => a.Number == command.Number, ct) is not { } agreement) return Failed(Result.NotFound());
        if (Is(agreement, command.Terms)) return agreement;
        if (agreement.Version != version) return Result<SharingAgreement>.StaleWith(agreement);
        var problems = SharingRules.Check(command.Terms).ToList();
        if (problems.Count > 0) return Failed(Result.Invalid(problems));

        var changed = agreement.Change(command.Terms);
        if (!changed.Succeeded) return Failed(changed);
        var round = await db.Rounds.Where(r => r.Id == agreement.RoundId).Select(r => r.Code).SingleAsync(ct);
        audit.Record(new AgreementChanged(round, agreement.Number, agreement.Level, agreement.StartsOn, agreement.EndsOn));
        var saved = await db.SaveOrStaleAsync(ct);
        if (saved.Succeeded) return agreement;
        return Result<SharingAgreement>.StaleWith(await db.SharingAgreements.AsNoTracking().SingleAsync(a => a.Number == command.Number, ct));
    }

    private static bool Is(SharingAgreement agreement, AgreementTerms terms) => (agreement.Level, agreement.Purpose, agreement.StartsOn, agreement.EndsOn) == (terms.Level, terms.Purpose, terms.StartsOn, terms.EndsOn);

    private static Result<SharingAgreement> Failed(Result failure) => Result<SharingAgreement>.From(failure);
}
