using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <param name="Round">Its code.</param>
public sealed record SettleRoundArgs(string Round);

/// <summary>Brings the hub up to date when a day or an hour comes: an embargo ends, an agreement begins or ends. Doing it twice says nothing twice.</summary>
public sealed class SettleRound(TenantDbContext db, SettleSharing settle, TimeProvider clock) : IJob<SettleRoundArgs>
{
    private const int MostAttempts = 3;

    public async Task ExecuteAsync(SettleRoundArgs args, CancellationToken ct)
    {
        if (await db.Rounds.FirstOrDefaultAsync(r => r.Code == args.Round, ct) is { } round) await HandleAsync(round, ct);
    }

    /// <summary>Once more where somebody decided at the same instant; then as work that is tried again later.</summary>
    internal async Task HandleAsync(Round round, CancellationToken ct)
    {
        for (var attempt = 1; !await TryAsync(round, ct); attempt++)
        {
            if (attempt == MostAttempts) throw new InvalidOperationException($"What is shared of round '{round.Code}' was changed {attempt} times meanwhile.");
        }
    }

    private async Task<bool> TryAsync(Round round, CancellationToken ct)
    {
        var agreements = await db.SharingAgreements.Where(a => a.RoundId == round.Id && a.State == AgreementState.Concluded).ToListAsync(ct);
        var today = DayOf(db.Space.Settings.TimeZone, clock.UtcNow);
        var isOver = agreements.Exists(a => a.EndsOn < today);
        var isStaged = await settle.StageAsync(round, SharingRules.InForce(agreements, today), isOver ? PublicationReason.Ended : null, note: null, ct);
        return !isStaged || (await settle.SaveAsync(ct)).Succeeded;
    }

    /// <summary>The day it is in a time zone.</summary>
    public static DateOnly DayOf(string timeZone, DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(timeZone)));
}

/// <summary>Every night, for every round: participation goes on, winners are revealed.</summary>
public sealed class SettleRounds(TenantDbContext db, SettleRound settle)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        foreach (var round in await db.Rounds.OrderBy(r => r.Code).ToListAsync(ct)) await settle.HandleAsync(round, ct);
    }
}
