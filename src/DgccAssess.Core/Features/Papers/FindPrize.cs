using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Papers.Records;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers;

/// <param name="Award">The list it is from.</param>
/// <param name="Category">What was won.</param>
/// <param name="Prize">By whom.</param>
/// <param name="IsInForce">The list was not changed since.</param>
public sealed record FoundPrize(SealedAward Award, SealedCategory Category, SealedPrize Prize, bool IsInForce);

/// <summary>What a certificate says, once the award is revealed.</summary>
public sealed class FindPrize(TenantDbContext db, ReadSealedAward awards)
{
    /// <returns>Null until the reveal.</returns>
    public async Task<FoundPrize?> HandleAsync(IssuedPaper certificate, CancellationToken ct)
    {
        var document = await db.AwardDecisions.Where(d => d.Hash == certificate.SourceHash).Select(d => d.Document).FirstOrDefaultAsync(ct);
        if (document is null) return null;
        var award = SealedAward.Read(document);
        if (await awards.PublicAsync(award.AwardRound, ct) is not { } inForce) return null;

        var prizes = from category in award.Categories
                     from prize in category.Prizes
                     where PrintCertificate.SubjectOf(award.AwardRound, category.Code, prize.Agency.Code) == certificate.Subject
                     select new FoundPrize(award, category, prize, inForce.Hash == certificate.SourceHash);
        return prizes.FirstOrDefault();
    }
}
