using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.National;

/// <summary>What a national result says that is not computed from snapshots.</summary>
internal sealed record NationalFrame
{
    public required Guid RoundId { get; init; }
    public required string Round { get; init; }
    public required CycleType CycleType { get; init; }
    public required Guid InstrumentVersionId { get; init; }
    public required int Number { get; init; }
    public required string? Reason { get; init; }
    public required DateTime TakenAt { get; init; }
    public required DateTime EmbargoEndsAt { get; init; }
    public required int Participants { get; init; }

    /// <summary>By code of the agency.</summary>
    public required IReadOnlyDictionary<string, string?> Regions { get; init; }

    /// <summary>In the order they are shown in; a code that is not among them comes after.</summary>
    public required IReadOnlyList<NamedCode> GroupNames { get; init; }

    public required IReadOnlyList<NamedCode> RegionNames { get; init; }

    /// <summary>As things stand now, for the next number of the round. Null where there is no such round.</summary>
    public static async Task<NationalFrame?> OfNowAsync(TenantDbContext db, string round, DateTime now, CancellationToken ct)
    {
        var found = await db.Rounds.Where(r => r.Code == round)
            .Select(r => new
            {
                r.Id, r.Code, r.CycleType, r.InstrumentVersionId,
                Participants = db.Assessments.Count(a => a.RoundId == r.Id),
                Highest = db.NationalResults.Where(n => n.RoundId == r.Id).Max(n => (int?)n.Number) ?? 0,
            }).FirstOrDefaultAsync(ct);
        return found is null ? null : new NationalFrame
        {
            RoundId = found.Id,
            Round = found.Code,
            CycleType = found.CycleType,
            InstrumentVersionId = found.InstrumentVersionId,
            Number = found.Highest + 1,
            Reason = null,
            TakenAt = now,
            EmbargoEndsAt = now,
            Participants = found.Participants,
            Regions = await db.Agencies.ToDictionaryAsync(a => a.Code, a => a.Region, StringComparer.Ordinal, ct),
            GroupNames = db.Space.Settings.AgencyGroups,
            RegionNames = db.Space.Settings.Regions,
        };
    }
}
