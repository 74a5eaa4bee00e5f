using System.Security.Cryptography;
using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers.Bundle;

public sealed record ResultSigned(string Paper, string Number, string Key) : AuditFact(Paper);

/// <summary>Makes the signed bundle of a published result. It is signed once; asked for again, it is the same file.</summary>
public sealed class SignResult(TenantDbContext db, SpaceInfo space, ResultKeys keys, AuditTrail audit, TimeProvider clock)
{
    /// <param name="paper">The report's entry in the register.</param>
    /// <param name="result">What it reports.</param>
    /// <param name="ct">To stop.</param>
    public async Task<byte[]> HandleAsync(IssuedPaper paper, StoredResult result, CancellationToken ct = default)
    {
        foreach (var known in await db.ResultSignatures.AsNoTracking().Where(s => s.PaperId == paper.Id).OrderByDescending(s => s.SignedAt).ToListAsync(ct))
        {
            var (document, digests) = Describe(paper, result, known.Block is { } block ? new BundleChain(block, known.BlockHash!) : null);
            // A bundle of another version of the program is not this one.
            if (HashOf(digests) != known.SignedHash) continue;
            var key = await db.ResultKeys.AsNoTracking().SingleAsync(k => k.Id == known.KeyId, ct);
            return BundleText.Write(document, digests, Of(key, known.Value));
        }

        return await SignAsync(paper, result, ct);
    }

    private async Task<byte[]> SignAsync(IssuedPaper paper, StoredResult result, CancellationToken ct)
    {
        var (key, signer) = await keys.CurrentAsync(ct);
        using var mine = signer;
        var head = await db.AuditBlocks.AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(ct);
        var (document, digests) = Describe(paper, result, head is null ? null : new BundleChain(head.Number, head.Hash));
        var value = signer.SignData(BundleText.SignedBytes(digests), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        db.ResultSignatures.Add(new ResultSignature
        {
            Id = clock.NewId(), PaperId = paper.Id, KeyId = key.Id, SignedHash = HashOf(digests), Block = head?.Number, BlockHash = head?.Hash, Value = value, SignedAt = clock.UtcNow,
        });
        audit.Record(new ResultSigned(paper.Subject, paper.Number, key.Id));
        await db.SaveChangesAsync(ct);
        return BundleText.Write(document, digests, Of(key, value));
    }

    private (JsonElement Document, SortedDictionary<string, string> Digests) Describe(IssuedPaper paper, StoredResult result, BundleChain? chain)
    {
        var snapshot = result.Document;
        using var instrument = JsonDocument.Parse(result.Instrument.ToCanonicalJson());
        var document = BundleText.ToElement(new BundleDocument
        {
            Schema = BundleDocument.CurrentSchema,
            Space = space.Id,
            Round = snapshot.Round,
            CycleType = snapshot.CycleType,
            Milestone = snapshot.Milestone,
            Number = snapshot.Number,
            PublishedAt = snapshot.TakenAt,
            Agency = snapshot.Agency,
            Snapshot = result.Hash,
            Engine = snapshot.Engine,
            Instrument = new BundleInstrument(snapshot.Instrument.Code, snapshot.Instrument.Hash, instrument.RootElement),
            Inputs = [.. snapshot.Inputs.Select(i => new BundleInput(i.Indicator, [.. i.Ratings.Select(r => new BundleRating(r.Stage, r.Assessor, r.Value, r.Criteria))]))],
            Results = snapshot.Results,
            Register = new BundleRegister(paper.Number, paper.Address),
            Chain = chain,
        });
        return (document, BundleText.DigestsOf(document));
    }

    private static string HashOf(SortedDictionary<string, string> digests) => Convert.ToHexStringLower(SHA256.HashData(BundleText.SignedBytes(digests)));

    private static BundleSignature Of(ResultKey key, byte[] value) => new(BundleSignature.Es256, key.Id, Convert.ToHexStringLower(key.PublicKey), Convert.ToHexStringLower(value));
}
