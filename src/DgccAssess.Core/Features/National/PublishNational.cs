using System.Globalization;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.National;

/// <param name="Round">Its code.</param>
/// <param name="EmbargoEndsAt">Nobody outside sees the result before this instant; one that is past publishes at once.</param>
/// <param name="Incomplete">Accepted: agencies whose own result is not published are missing.</param>
/// <param name="Reason">Of a correction; the first number needs none.</param>
/// <param name="Version">The number in force that this is based on; 0 where there is none.</param>
public sealed record PublishNationalCommand(string Round, DateTime EmbargoEndsAt, bool Incomplete, string? Reason, int? Version);

public sealed record NationalResultPublished(string Code, int Number, string Hash, int Agencies, DateTime EmbargoEndsAt, string? Reason) : AuditFact($"rounds/{Code}");

/// <summary>Publishes the national result of a round: one document, computed once. A further number corrects it or moves its embargo; the earlier ones stay as they were.</summary>
public sealed class PublishNational(TenantDbContext db, BuildNational build, Outbox outbox, AuditTrail audit, ActorContext actor, TimeProvider clock)
{
    /// <summary>Characters of a reason; the column holds as many.</summary>
    public const int ReasonLength = 2000;

    /// <summary>A longer embargo is a slip of the pen.</summary>
    private const int LongestEmbargoDays = 366;

    public async Task<Result> HandleAsync(PublishNationalCommand command, CancellationToken ct = default)
    {
        // The second is as fine as people say it, and every database keeps it.
        command = command with { EmbargoEndsAt = new DateTime(command.EmbargoEndsAt.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc) };
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (!actor.Current.Can(Permissions.RoundsOrganize)) return Result.Forbidden();
        if (await NationalFrame.OfNowAsync(db, command.Round, clock.UtcNow, ct) is not { } now) return Result.NotFound();
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        if (now.Number == version + 2 && await IsRepeatedAsync(command, now, reason, ct)) return Result.Ok;
        if (now.Number != version + 1) return Result.Stale();
        var problems = Check(command, now, reason).ToList();
        if (problems.Count > 0) return Result.Invalid(problems);

        var document = await build.HandleAsync(now with { Reason = reason, EmbargoEndsAt = command.EmbargoEndsAt }, ct);
        if (document is null) return Result.Conflict(NationalMessages.NothingPublished);
        if (document.Agencies.Count < document.Participants && !command.Incomplete)
            return Result.Invalid(nameof(command.Incomplete), NationalMessages.Incomplete, document.Participants - document.Agencies.Count, document.Participants);

        var json = NationalReader.Write(document);
        db.NationalResults.Add(new NationalResult
        {
            Id = clock.NewId(), RoundId = now.RoundId, Number = document.Number, Reason = reason, EmbargoEndsAt = command.EmbargoEndsAt,
            Document = json, Hash = SnapshotReader.HashOf(json), TakenAt = document.TakenAt, TakenByName = actor.Current.Name,
        });
        audit.Record(new NationalResultPublished(command.Round, document.Number, SnapshotReader.HashOf(json), document.Agencies.Count, command.EmbargoEndsAt, reason));
        // What Korea sees of it follows when everybody may see it.
        outbox.Add<SettleRound, SettleRoundArgs>(new(command.Round), command.EmbargoEndsAt);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException)
        {
            // Somebody was faster: the number is taken.
            db.ChangeTracker.Clear();
            if (await db.NationalResults.AnyAsync(n => n.RoundId == now.RoundId && n.Number == now.Number, ct)) return await HandleAsync(command, ct);
            throw;
        }
    }

    /// <summary>The same form posted twice.</summary>
    private Task<bool> IsRepeatedAsync(PublishNationalCommand command, NationalFrame now, string? reason, CancellationToken ct)
    {
        var (number, name, atOnce) = (now.Number - 1, actor.Current.Name, command.EmbargoEndsAt <= now.TakenAt);
        return db.NationalResults.AnyAsync(n => n.RoundId == now.RoundId && n.Number == number && n.Reason == reason && n.TakenByName == name
            && (n.EmbargoEndsAt == command.EmbargoEndsAt || (atOnce && n.EmbargoEndsAt <= n.TakenAt)), ct);
    }

    private static IEnumerable<Problem> Check(PublishNationalCommand command, NationalFrame now, string? reason)
    {
        if (command.EmbargoEndsAt > now.TakenAt.AddDays(LongestEmbargoDays))
            yield return new Problem(nameof(command.EmbargoEndsAt), NationalMessages.EmbargoTooLong, LongestEmbargoDays.ToString(CultureInfo.InvariantCulture));
        if (now.Number > 1 && reason is null) yield return new Problem(nameof(command.Reason), NationalMessages.ReasonMissing);
        if (reason?.Length > ReasonLength) yield return new Problem(nameof(command.Reason), Messages.TooLong, ReasonLength);
    }
}
