using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Agreements;

/// <param name="Id">Made with the form, so that a repeated post drafts nothing twice.</param>
/// <param name="Round">Its code.</param>
/// <param name="Terms">What is agreed.</param>
public sealed record DraftAgreementCommand(Guid Id, string Round, AgreementTerms Terms) : ICreation;

public sealed record AgreementDrafted(string Code, int Number, SharingLevel Level, DateOnly StartsOn, DateOnly EndsOn) : AuditFact($"rounds/{Code}/sharing/{Number}");

/// <summary>Drafts an agreement. Nothing is shared by it before it is signed.</summary>
public sealed class DraftAgreement(TenantDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    /// <returns>The agreement's number.</returns>
    public async Task<Result<int>> HandleAsync(DraftAgreementCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.SharingDecide)) return Result<int>.From(Result.Forbidden());
        if (await DraftedAsync(command, ct) is { } drafted) return drafted;
        if (await db.Rounds.FirstOrDefaultAsync(r => r.Code == command.Round, ct) is not { } round) return Result<int>.From(Result.NotFound());
        var problems = SharingRules.Check(command.Terms).ToList();
        if (problems.Count > 0) return Result<int>.From(Result.Invalid(problems));

        var number = (await db.SharingAgreements.MaxAsync(a => (int?)a.Number, ct) ?? 0) + 1;
        db.SharingAgreements.Add(SharingAgreement.Create(command.Id, round.Id, number, command.Terms, actor.Current.Name, clock.UtcNow));
        audit.Record(new AgreementDrafted(round.Code, number, command.Terms.Level, command.Terms.StartsOn, command.Terms.EndsOn));
        try
        {
            await db.SaveChangesAsync(ct);
            return number;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same form twice at once, or somebody took the number.
            db.ChangeTracker.Clear();
            if (await DraftedAsync(command, ct) is { } twin) return twin;
            if (await db.SharingAgreements.AnyAsync(a => a.Number == number, ct)) return await HandleAsync(command, ct);
            throw;
        }
    }

    private async Task<Result<int>?> DraftedAsync(DraftAgreementCommand command, CancellationToken ct) =>
        await db.SharingAgreements.Where(a => a.Id == command.Id).Select(a => (int?)a.Number).FirstOrDefaultAsync(ct) is { } number ? number : null;
}
