using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>One round: what Korea would see at each level, what was published so far.</summary>
[Authorize(Policy = Policies.ReadSharing)]
public sealed class RoundModel(TenantDbContext db, SpaceInfo space, BuildPayload build, TimeProvider clock) : PageModel
{
    /// <param name="Number">Version within the round.</param>
    /// <param name="Kind">Published or withdrawn.</param>
    /// <param name="Level">Of the payload.</param>
    /// <param name="Envelope">As signed.</param>
    /// <param name="DeliveredAt">When the hub confirmed it.</param>
    public sealed record Said(int Number, PublicationKind Kind, SharingLevel Level, SharingEnvelope Envelope, DateTime? DeliveredAt);

    public string Round { get; private set; } = "";
    public SharingAgreement? InForce { get; private set; }
    public SharingLevel Decided { get; private set; }

    /// <summary>The level looked at.</summary>
    public SharingLevel Level { get; private set; }

    /// <summary>Null where nothing is shared.</summary>
    public SharedRoundView? Preview { get; private set; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Said> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string round, int? level, CancellationToken ct)
    {
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Code == round, ct) is not { } found) return NotFound();
        Round = round;
        var agreements = await db.SharingAgreements.AsNoTracking().Where(a => a.RoundId == found.Id).ToListAsync(ct);
        InForce = SharingRules.InForce(agreements, SettleRound.DayOf(space.Settings.TimeZone, clock.UtcNow));
        Decided = InForce?.Level ?? (SharingLevel)space.Settings.SharingDefaultLevel;
        Level = level is { } asked && Enum.IsDefined((SharingLevel)asked) ? (SharingLevel)asked : Decided;
        Preview = Level is SharingLevel.Nothing ? null : new SharedRoundView((await build.HandleAsync(round, Level, ct))!);
        var said = await db.SharingPublications.AsNoTracking().Where(p => p.RoundId == found.Id).OrderByDescending(p => p.Sequence).Select(p => new { p.Number, p.Kind, p.Level, p.Envelope, p.DeliveredAt }).ToListAsync(ct);
        History = [.. said.Select(s => new Said(s.Number, s.Kind, s.Level, SharingEnvelope.Read(s.Envelope), s.DeliveredAt))];
        return Page();
    }
}
