using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Ledger;
using DgccAssess.Core.Files;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>Who in Korea's hub saw or exported what of this government, when, and under which agreement.</summary>
[Authorize(Policy = Policies.ReadSharing)]
public sealed class LedgerModel(TenantDbContext db, CollectLedger collect, ILogger<LedgerModel> log) : PageModel
{
    private const int OnAPage = 200;

    private static readonly CsvTable<LedgerEntry> Table = new(
        ("at", e => e.At), ("by", e => e.ByName), ("kind", e => e.Kind), ("place", e => e.Place), ("round", e => e.Round), ("version", e => e.Number), ("level", e => (int)e.Level), ("agreement", e => e.Agreement));

    public IReadOnlyList<LedgerEntry> Entries { get; private set; } = [];
    public int Count { get; private set; }
    public AccessKind? Kind { get; private set; }

    /// <summary>The hub could not be asked just now: the newest lines may be missing.</summary>
    public bool IsStale { get; private set; }

    public async Task OnGetAsync(AccessKind? kind, CancellationToken ct)
    {
        await CollectAsync(ct);
        Kind = kind;
        var entries = db.SharingLedger.AsNoTracking().Where(e => kind == null || e.Kind == kind);
        Count = await entries.CountAsync(ct);
        Entries = await entries.OrderByDescending(e => e.At).ThenBy(e => e.Id).Take(OnAPage).ToListAsync(ct);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await CollectAsync(ct);
        var entries = await db.SharingLedger.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(ct);
        return File(Table.Write(entries), Csv.ContentType, "ledger.csv");
    }

    private async Task CollectAsync(CancellationToken ct)
    {
        try
        {
            await collect.HandleAsync(ct);
        }
        catch (SharingRefusedException problem)
        {
            log.LogWarning(problem, "The hub could not be asked for the ledger");
            IsStale = true;
        }
    }
}
