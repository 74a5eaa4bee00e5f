using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Web.Features.Evidence;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Awards;

/// <summary>Hands out a file of a nomination to who may read it.</summary>
[Authorize(Policy = Policies.ReadNominations)]
[AwardRoundPage]
public sealed class ProofFileModel(OpenNomination open) : AwardRoundPageModel
{
    public async Task<IActionResult> OnGetAsync(string agency, Guid proof, CancellationToken ct) =>
        await open.FileAsync(AwardRound, agency, proof, ct) is { } file ? this.EvidenceFile(file) : NotFound();
}
