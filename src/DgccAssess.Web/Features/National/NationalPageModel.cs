using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.National;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.National;

/// <summary>Pages of a round's national result for those inside: the published one, or what it would be now.</summary>
public abstract class NationalPageModel(ReadNational read, ReadInstrument instruments) : PageModel
{
    [BindProperty(Name = "round", SupportsGet = true)]
    public string Round { get; set; } = "";

    /// <summary>Null while no agency's result is published.</summary>
    public NationalView? View { get; private set; }

    /// <param name="ct">Ends it.</param>
    /// <param name="preview">Show what a publication now would say, also where there was one.</param>
    /// <returns>What to answer instead of the page; null when there is such a round.</returns>
    protected async Task<IActionResult?> FindAsync(CancellationToken ct, bool preview = false)
    {
        if (!await instruments.IsRoundAsync(Round, ct)) return NotFound();
        var found = preview ? await read.PreviewAsync(Round, ct) : await read.HandleAsync(Round, ct);
        if (found is { } stored) View = NationalView.Of(stored.Document, stored.IsProvisional, await instruments.OfHashAsync(stored.Document.Instrument.Hash, ct));
        return null;
    }
}

/// <summary>The instrument a document was computed on.</summary>
public sealed class ReadInstrument(TenantDbContext db, InstrumentLibrary library)
{
    public async Task<InstrumentDocument> OfHashAsync(string hash, CancellationToken ct) =>
        await library.GetAsync(await db.InstrumentVersions.Where(v => v.Hash == hash).Select(v => v.Id).SingleAsync(ct), ct);

    public Task<bool> IsRoundAsync(string round, CancellationToken ct) => db.Rounds.AnyAsync(r => r.Code == round, ct);
}
