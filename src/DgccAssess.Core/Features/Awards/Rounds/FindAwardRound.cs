using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>An award round as pages and use cases refer to it.</summary>
public sealed record AwardRoundRef
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }

    /// <summary>The stage now: a sealed list whose time has come is revealed.</summary>
    public required AwardStage Stage { get; init; }

    public required bool HasJury { get; init; }
    public required Guid RoundId { get; init; }
    public required string Round { get; init; }
    public required Guid? PreviousRoundId { get; init; }
    public required string? PreviousRound { get; init; }
    public required Guid AwardVersionId { get; init; }
    public required string Award { get; init; }
    public required DateTime? NominationsDueAt { get; init; }
    public required DateTime? UnsealedAt { get; init; }
    public required DateTime? RevealAt { get; init; }
    public required int ObjectionDays { get; init; }
    public required DateTime? ObjectionsDueAt { get; init; }
    public required int Version { get; init; }

    public bool IsUnsealed => UnsealedAt is not null;
    public string Subject => $"award-rounds/{Code}";
}

public sealed class FindAwardRound(TenantDbContext db, TimeProvider clock)
{
    /// <returns>Null where there is none.</returns>
    public async Task<AwardRoundRef?> HandleAsync(string code, CancellationToken ct) => (await AllAsync(db.AwardRounds.Where(r => r.Code == code), ct)).FirstOrDefault();

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<AwardRoundRef>> AllAsync(CancellationToken ct) => await AllAsync(db.AwardRounds, ct);

    private async Task<List<AwardRoundRef>> AllAsync(IQueryable<AwardRound> rounds, CancellationToken ct)
    {
        var found = await (
            from awarded in rounds.AsNoTracking()
            join round in db.Rounds on awarded.RoundId equals round.Id
            join version in db.AwardVersions on awarded.AwardVersionId equals version.Id
            join before in db.Rounds on awarded.PreviousRoundId equals before.Id into befores
            from before in befores.DefaultIfEmpty()
            orderby awarded.Id descending
            select new { Awarded = awarded, Round = round.Code, Award = version.Code, Before = before == null ? null : before.Code }).ToListAsync(ct);
        return [.. found.Select(f => new AwardRoundRef
        {
            Id = f.Awarded.Id, Code = f.Awarded.Code, Stage = f.Awarded.StageOn(clock.UtcNow), HasJury = f.Awarded.HasJury,
            RoundId = f.Awarded.RoundId, Round = f.Round, PreviousRoundId = f.Awarded.PreviousRoundId, PreviousRound = f.Before,
            AwardVersionId = f.Awarded.AwardVersionId, Award = f.Award, NominationsDueAt = f.Awarded.NominationsDueAt, UnsealedAt = f.Awarded.UnsealedAt,
            RevealAt = f.Awarded.RevealAt, ObjectionDays = f.Awarded.ObjectionDays, ObjectionsDueAt = f.Awarded.ObjectionsDueAt, Version = f.Awarded.Version,
        })];
    }
}
