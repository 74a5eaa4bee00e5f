using System.Globalization;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Storage;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

/// <summary>Everything of one tenant as open files: tables, documents, evidence, papers, and a list of it all with hashes.</summary>
internal sealed class PackContent(TenantDbContext db, IEvidenceStore evidence, PackPapers papers)
{
    private readonly List<string> missing = [];

    public async Task WriteAsync(Stream target, DateTime madeAt, CancellationToken ct)
    {
        await using var pack = new PackArchive(target);
        foreach (var table in PackTables.Of(db))
        {
            await pack.AddAsync($"tables/{table.Name}.csv", async stream => await TableWriter.WriteCsvAsync(stream, table, TableRows.ReadAsync(db, table, ct), ct));
            await pack.AddAsync($"tables/{table.Name}.jsonl", async stream =>
            {
                await TableWriter.WriteLinesAsync(stream, table, TableRows.ReadAsync(db, table, ct), ct);
                return null;
            });
        }

        await WriteDocumentsAsync(pack, ct);
        await WriteNationalAsync(pack, ct);
        await WriteEvidenceAsync(pack, ct);
        await papers.WriteAsync(pack, missing, ct);
        await pack.AddAsync("README.txt", Encoding.UTF8.GetBytes(PackReadme.Of(db.Space, madeAt)));
        // Last, since it lists what came before.
        await pack.AddAsync("manifest.json", Manifest(pack.Entries, madeAt));
    }

    private async Task WriteDocumentsAsync(PackArchive pack, CancellationToken ct)
    {
        foreach (var id in await db.InstrumentVersions.OrderBy(v => v.ImportedAt).Select(v => v.Id).ToListAsync(ct))
        {
            var version = await db.InstrumentVersions.AsNoTracking().SingleAsync(v => v.Id == id, ct);
            await pack.AddAsync($"instruments/{version.Code}-{version.Hash[..12]}.json", Encoding.UTF8.GetBytes(version.Document));
        }

        foreach (var award in await db.AwardVersions.AsNoTracking().Where(a => a.Document != null).OrderBy(a => a.Code).ThenBy(a => a.Number).ToListAsync(ct))
        {
            await pack.AddAsync(string.Create(CultureInfo.InvariantCulture, $"awards/{award.Code}-{award.Number}.json"), Encoding.UTF8.GetBytes(award.Document!));
        }

        foreach (var id in await db.Snapshots.OrderBy(s => s.TakenAt).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(ct))
        {
            await pack.AddAsync($"snapshots/{id}.json", Encoding.UTF8.GetBytes(await db.Snapshots.Where(s => s.Id == id).Select(s => s.Document).SingleAsync(ct)));
        }
    }

    private async Task WriteNationalAsync(PackArchive pack, CancellationToken ct)
    {
        foreach (var result in await (from national in db.NationalResults
                                      join round in db.Rounds on national.RoundId equals round.Id
                                      orderby round.Code, national.Number
                                      select new { national.Id, national.Number, round.Code }).ToListAsync(ct))
        {
            var document = await db.NationalResults.Where(n => n.Id == result.Id).Select(n => n.Document).SingleAsync(ct);
            await pack.AddAsync(string.Create(CultureInfo.InvariantCulture, $"national/{result.Code}-{result.Number}.json"), Encoding.UTF8.GetBytes(document));
        }
    }

    private async Task WriteEvidenceAsync(PackArchive pack, CancellationToken ct)
    {
        var files = await db.Evidence.Where(e => e.Kind == EvidenceKind.File && e.Sha256 != null).Select(e => new { Sha256 = e.Sha256!, ContentType = e.ContentType! }).Distinct().ToListAsync(ct);
        files.AddRange(await db.NominationProofs.Where(p => p.Sha256 != null).Select(p => new { Sha256 = p.Sha256!, ContentType = p.ContentType! }).Distinct().ToListAsync(ct));
        foreach (var file in files.DistinctBy(f => f.Sha256).OrderBy(f => f.Sha256, StringComparer.Ordinal))
        {
            var path = $"evidence/{file.Sha256}{EvidenceFormat.Of(file.ContentType).Endings[0]}";
            try
            {
                await using var content = evidence.OpenRead(file.Sha256);
                await pack.AddAsync(path, async stream =>
                {
                    await content.CopyToAsync(stream, ct);
                    return null;
                }, packed: true);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                missing.Add($"{path}: the file is not in the store");
            }
        }
    }

    private byte[] Manifest(IReadOnlyList<PackEntry> entries, DateTime madeAt) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Format = 1,
            Space = db.Space.Id,
            Names = db.Space.Settings.Names.Values,
            MadeAt = madeAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            Suspended = db.Space.State is not SpaceState.Active,
            Schema = db.Database.GetMigrations().Last(),
            LeftOut = PackTables.Reasons,
            Missing = missing,
            Files = entries,
        },
        PackJson.Indented);
}
