using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>What Korea sees of each round, on which ground, and every agreement there was.</summary>
[Authorize(Policy = Policies.ReadSharing)]
public sealed class SharingModel(TenantDbContext db, SpaceInfo space, TimeProvider clock) : PageModel
{
    /// <param name="Round">Its code.</param>
    /// <param name="Level">What the hub holds of it.</param>
    /// <param name="Agreement">Number of the agreement that decides; null: the default level.</param>
    /// <param name="EndsOn">Its last day.</param>
    /// <param name="Version">Number of the version there; null: none.</param>
    /// <param name="At">When it was made.</param>
    /// <param name="IsWaiting">The hub has not confirmed everything yet.</param>
    public sealed record Row(string Round, SharingLevel Level, int? Agreement, DateOnly? EndsOn, int? Version, DateTime? At, bool IsWaiting);

    public sealed record AgreementRow(int Number, string Round, SharingLevel Level, DateOnly StartsOn, DateOnly EndsOn, AgreementState State, string? Signer);

    public SharingLevel Default => (SharingLevel)space.Settings.SharingDefaultLevel;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<AgreementRow> Agreements { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = SettleRound.DayOf(space.Settings.TimeZone, clock.UtcNow);
        var rounds = await db.Rounds.AsNoTracking().OrderByDescending(r => r.Code).Select(r => new { r.Id, r.Code }).ToListAsync(ct);
        var agreements = await db.SharingAgreements.AsNoTracking().ToListAsync(ct);
        var publications = await db.SharingPublications.AsNoTracking().OrderBy(p => p.Sequence).Select(p => new { p.RoundId, p.Kind, p.Number, p.Level, p.CreatedAt, p.DeliveredAt }).ToListAsync(ct);
        Rows = [.. rounds.Select(round =>
        {
            var inForce = SharingRules.InForce(agreements.Where(a => a.RoundId == round.Id), today);
            var said = publications.Where(p => p.RoundId == round.Id).ToList();
            var last = said is [.., { Kind: PublicationKind.Publish } shown] ? shown : null;
            return new Row(round.Code, last?.Level ?? SharingLevel.Nothing, inForce?.Number, inForce?.EndsOn, last?.Number, last?.CreatedAt, said.Exists(p => p.DeliveredAt is null));
        })];
        var codes = rounds.ToDictionary(r => r.Id, r => r.Code);
        Agreements = [.. agreements.OrderByDescending(a => a.Number).Select(a => new AgreementRow(a.Number, codes[a.RoundId], a.Level, a.StartsOn, a.EndsOn, a.State, a.Signer))];
    }

    public static Shared.StatusKind KindOf(AgreementState state) => state switch
    {
        AgreementState.Concluded => Shared.StatusKind.Ok,
        AgreementState.Draft => Shared.StatusKind.Info,
        AgreementState.Revoked => Shared.StatusKind.Bad,
        _ => Shared.StatusKind.Quiet,
    };
}
