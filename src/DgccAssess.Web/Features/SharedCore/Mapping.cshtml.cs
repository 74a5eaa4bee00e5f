using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.SharedCore;

/// <param name="Number">1, 2, ...</param>
/// <param name="Hash">Of its content; null where the approval was taken back.</param>
/// <param name="ApprovedByName">Who decided.</param>
/// <param name="ApprovedAt">When.</param>
public sealed record MappingVersion(int Number, string? Hash, string ApprovedByName, DateTime ApprovedAt);

/// <summary>How one instrument answers the questions of the shared core, in the instrument's own words.</summary>
[Authorize(Policy = Policies.ReadSharing)]
public sealed class MappingModel(TenantDbContext db, ReadCoreMapping read) : PageModel
{
    public CoreMappingState Mapping { get; private set; } = null!;
    public IReadOnlyList<MappingVersion> Versions { get; private set; } = [];

    /// <summary>Indicators that no question takes.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    public bool MayDecide => User.HasClaim(SpaceClaims.Permission, Permissions.SharingDecide);

    public async Task<IActionResult> OnGetAsync(string instrument, CancellationToken ct)
    {
        if (await read.FindAsync(instrument, ct) is not { } found) return NotFound();
        Mapping = found;
        var used = found.Shown.Mapping.Rows.SelectMany(row => row.Indicators).ToHashSet(StringComparer.Ordinal);
        LeftOut = [.. found.Document.Instrument.Indicators().Select(node => node.Code).Where(code => !used.Contains(code))];
        Versions = await db.ApprovedMappings.Where(m => m.Instrument == instrument).OrderByDescending(m => m.Number)
            .Select(m => new MappingVersion(m.Number, m.Hash, m.ApprovedByName, m.ApprovedAt)).ToListAsync(ct);
        return Page();
    }
}
