using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers;

/// <summary>What anybody may know of an issued paper.</summary>
public sealed record FoundPaper
{
    public required IssuedPaper Paper { get; init; }
    public required IReadOnlyList<IssuedFile> Files { get; init; }

    /// <summary>The result it reports, where the agency consented to its publication and the round is out; else nothing of it is shown.</summary>
    public StoredResult? Result { get; init; }

    /// <summary>The prize it certifies, once the award is revealed.</summary>
    public FoundPrize? Prize { get; init; }

    /// <summary>A later version was published since.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>The file with this SHA-256, however it was typed; null: not one of this paper's.</summary>
    public IssuedFile? FileOf(string sha256) => Files.FirstOrDefault(f => string.Equals(f.Sha256, sha256.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Looks a number up in the register, for people who hold a paper and nobody knows.</summary>
public sealed class FindPaper(TenantDbContext db, SpaceInfo space, InstrumentLibrary instruments, FindPrize prizes, TimeProvider clock)
{
    /// <returns>Null where the number is wrong or nothing was issued under it.</returns>
    public async Task<FoundPaper?> HandleAsync(string? typed, CancellationToken ct)
    {
        if (PaperNumber.Parse(typed, IssuePaper.PrefixOf(space)) is not { } number) return null;
        var name = number.ToString();
        if (await db.IssuedPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Number == name, ct) is not { } paper) return null;

        var files = await db.IssuedFiles.AsNoTracking().Where(f => f.PaperId == paper.Id).OrderBy(f => f.MadeAt).ToListAsync(ct);
        var found = new FoundPaper { Paper = paper, Files = files };
        return paper.Kind switch
        {
            PaperKind.AgencyReport => await WithResultAsync(found, ct),
            PaperKind.Certificate => found with { Prize = await prizes.HandleAsync(paper, ct) },
            _ => found,
        };
    }

    /// <summary>The nation's results of the round are published and their embargo is over: before that, nobody outside sees any of it.</summary>
    private async Task<bool> IsOutAsync(string round, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return await (from result in db.NationalResults
                      join of in db.Rounds on result.RoundId equals of.Id
                      where of.Code == round
                      orderby result.Number descending
                      select (DateTime?)result.EmbargoEndsAt).FirstOrDefaultAsync(ct) <= now;
    }

    private async Task<FoundPaper> WithResultAsync(FoundPaper found, CancellationToken ct)
    {
        var source = found.Paper.SourceHash;
        if (await db.Snapshots.AsNoTracking().FirstOrDefaultAsync(s => s.Hash == source && s.Milestone == Milestone.Published, ct) is not { } snapshot) return found;
        var document = SnapshotReader.Read(snapshot.Document);
        if (document.SignOff?.PublicationConsent != true || !await IsOutAsync(document.Round, ct)) return found;

        var versionId = await db.InstrumentVersions.Where(v => v.Hash == snapshot.InstrumentHash).Select(v => v.Id).SingleAsync(ct);
        return found with
        {
            Result = new StoredResult { Document = document, Hash = snapshot.Hash, Instrument = await instruments.GetAsync(versionId, ct), Versions = [document] },
            IsCorrected = await db.Snapshots.AnyAsync(s => s.AssessmentId == snapshot.AssessmentId && s.Milestone == Milestone.Published && s.Number > snapshot.Number, ct),
        };
    }
}
