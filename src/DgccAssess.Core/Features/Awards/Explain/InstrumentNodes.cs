using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Explain;

/// <summary>Codes of an instrument's groups and indicators in its latest version here, in reading order.</summary>
public sealed class InstrumentNodes(TenantDbContext db, InstrumentLibrary library)
{
    public async Task<IReadOnlyList<string>> OfAsync(string instrument, CancellationToken ct)
    {
        var latest = await db.InstrumentVersions.Where(v => v.Code == instrument).OrderByDescending(v => v.ImportedAt).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);
        return latest is { } id ? [.. CodesOf((await library.GetAsync(id, ct)).Instrument.Nodes)] : [];
    }

    private static IEnumerable<string> CodesOf(IEnumerable<Node> nodes) => nodes.SelectMany(node => CodesOf(node.Children).Prepend(node.Code));
}
