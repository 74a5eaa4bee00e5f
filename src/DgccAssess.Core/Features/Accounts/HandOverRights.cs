using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <param name="ToId">A colleague of the same agency.</param>
/// <param name="StartsOn">First day, in the space's time zone; not before today.</param>
/// <param name="EndsOn">Last day; at most <see cref="Delegation.LongestDays"/> days in all.</param>
/// <param name="Id">Made with the form, so that posting it twice hands over once.</param>
public sealed record HandOverRightsCommand(Guid? ToId, DateOnly? StartsOn, DateOnly? EndsOn, Guid? Id) : ICreation;

public sealed record TakeBackRightsCommand(Guid Id, int? Version);

public sealed record RightsHandedOver(Guid DelegationId, Guid FromId, Guid ToId, [property: Personal] string ToName, DateOnly StartsOn, DateOnly EndsOn) : AuditFact($"delegations/{DelegationId}");

public sealed record RightsTakenBack(Guid DelegationId, Guid ToId) : AuditFact($"delegations/{DelegationId}");

/// <summary>Lends one's own rights in the agency to a colleague for some days, and takes them back.</summary>
public sealed class HandOverRights(SpaceDbContext db, Postbox postbox, RightsCache rights, AuditTrail audit, ActorContext actor, TimeProvider clock)
{
    public sealed record Colleague(Guid Id, string Name);

    public sealed record Row(Guid Id, string To, DateOnly StartsOn, DateOnly EndsOn, DateTime? RevokedAt, int Version);

    public const string ColleagueUnknown = "Accounts.ColleagueUnknown";
    public const string DatesInvalid = "Accounts.DatesInvalid";

    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CancellationToken ct)
    {
        var (me, agency) = (actor.Current.Id, actor.Current.AgencyId);
        if (agency is null) return [];
        return await db.Users.Where(u => u.AgencyId == agency && u.Id != me && u.DeactivatedAt == null && u.PasswordHash != null)
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new Colleague(u.Id, u.DisplayName)).ToListAsync(ct);
    }

    /// <summary>One's own hand-overs, the latest first.</summary>
    public async Task<IReadOnlyList<Row>> ListAsync(CancellationToken ct)
    {
        var me = actor.Current.Id;
        return await (from delegation in db.Delegations
                      join to in db.Users on delegation.ToId equals to.Id
                      where delegation.FromId == me
                      orderby delegation.EndsOn descending, delegation.Id descending
                      select new Row(delegation.Id, to.DisplayName, delegation.StartsOn, delegation.EndsOn, delegation.RevokedAt, delegation.Version)).Take(50).ToListAsync(ct);
    }

    public async Task<Result> HandleAsync(HandOverRightsCommand command, CancellationToken ct = default)
    {
        var id = command.Id ?? clock.NewId();
        if (await db.Delegations.AnyAsync(d => d.Id == id, ct)) return Result.Ok;
        if (!actor.Current.Can(Permissions.AccountsDelegate)) return Result.Forbidden();

        List<Problem> problems = [];
        var to = (await ColleaguesAsync(ct)).FirstOrDefault(c => c.Id == command.ToId);
        if (to is null) problems.Add(new(nameof(command.ToId), ColleagueUnknown));
        if (command.StartsOn is not { } starts || starts < Delegation.Today(clock.UtcNow, db.Space)) problems.Add(new(nameof(command.StartsOn), DatesInvalid, Delegation.LongestDays));
        else if (command.EndsOn is not { } ends || ends < starts || ends.DayNumber - starts.DayNumber >= Delegation.LongestDays) problems.Add(new(nameof(command.EndsOn), DatesInvalid, Delegation.LongestDays));
        if (problems.Count > 0) return Result.Invalid(problems);

        var (from, until) = (command.StartsOn!.Value, command.EndsOn!.Value);
        db.Delegations.Add(Delegation.Create(id, actor.Current.Id, to!.Id, from, until, clock.UtcNow));
        audit.Record(new RightsHandedOver(id, actor.Current.Id, to.Id, to.Name, from, until));
        postbox.Add(MailTemplate.RightsHandedOver, await db.Users.SingleAsync(u => u.Id == to.Id, ct), values: [MailValue.Of(actor.Current.Name), MailValue.Of(from), MailValue.Of(until)]);
        await db.SaveChangesAsync(ct);
        rights.Forget(db.Space.Id);
        return Result.Ok;
    }

    public async Task<Result> TakeBackAsync(TakeBackRightsCommand command, CancellationToken ct)
    {
        if (await db.Delegations.FirstOrDefaultAsync(d => d.Id == command.Id && d.FromId == actor.Current.Id, ct) is not { } delegation) return Result.NotFound();
        if (command.Version is null) return Result.Invalid("Version", Messages.VersionMissing);
        if (delegation.RevokedAt is not null) return Result.Ok;
        if (delegation.Version != command.Version) return Result.Stale();

        delegation.Revoke(clock.UtcNow);
        audit.Record(new RightsTakenBack(delegation.Id, delegation.ToId));
        await db.SaveChangesAsync(ct);
        rights.Forget(db.Space.Id);
        return Result.Ok;
    }
}
