using System.Security.Cryptography;
using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Printing;

/// <summary>What is in a zip of papers, said at its beginning.</summary>
/// <param name="Round">Code of the round.</param>
/// <param name="Synthetic">The round is a demonstration: its agencies and figures are invented.</param>
/// <param name="Language">Of the reports.</param>
/// <param name="OrderedBy">Who asked for them.</param>
/// <param name="OrderedAt">When.</param>
/// <param name="Files">Every report that was printed.</param>
/// <param name="Failed">Agencies whose report could not be printed.</param>
public sealed record PapersManifest(
    string Round, bool Synthetic, string Language, string OrderedBy, DateTime OrderedAt, IReadOnlyList<ManifestFile> Files, IReadOnlyList<string> Failed);

public sealed record ManifestFile(string Name, string Agency, string Sha256, int Bytes);

/// <param name="Name">Of the zip.</param>
/// <param name="Manifest">What it holds.</param>
/// <param name="OpenAsync">The bytes of a file; throws where they are not those that were printed.</param>
public sealed record FetchedPapers(string Name, PapersManifest Manifest, Func<int, CancellationToken, Task<byte[]>> OpenAsync)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}

/// <summary>Hands out the files of a finished batch, and records that. Null: there is none, or it is not finished, or it expired.</summary>
public sealed class FetchPapers(TenantDbContext db, PrintedFiles files, AuditTrail audit)
{
    public async Task<FetchedPapers?> HandleAsync(string round, Guid batchId, CancellationToken ct = default)
    {
        var batch = await db.PrintBatches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == batchId && b.State == PrintState.Done && db.Rounds.Any(r => r.Id == b.RoundId && r.Code == round), ct);
        if (batch is null) return null;

        var items = await db.PrintItems.AsNoTracking().Where(i => i.BatchId == batchId).OrderBy(i => i.Position).ToListAsync(ct);
        var printed = items.Where(i => i.State is PrintItemState.Printed).ToList();
        var manifest = new PapersManifest(
            round, Round.IsDemonstration(round), batch.Language, batch.RequestedByName, batch.RequestedAt,
            [.. printed.Select(i => new ManifestFile($"{i.Agency}-{round}-{batch.Language}.pdf", i.Agency, i.Sha256!, i.Bytes))],
            [.. items.Where(i => i.State is PrintItemState.Failed).Select(i => i.Agency)]);
        audit.Record(new PapersFetched(round, batchId, printed.Count));
        await db.SaveChangesAsync(ct);
        return new($"{round}-{batch.Language}.zip", manifest, (place, cancelled) => ReadAsync(printed[place], cancelled));
    }

    private async Task<byte[]> ReadAsync(PrintItem item, CancellationToken ct)
    {
        var content = await files.ReadAsync(item.BatchId, item.Position, ct);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == item.Sha256 ? content : throw new InvalidDataException($"The file of {item.Agency} in batch {item.BatchId} is not the one that was printed.");
    }
}
