using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Awards;

/// <summary>Lists for the ceremony, from the sealed list: closed like it.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[AwardRoundPage]
[StepUp]
public sealed class KitModel(ReadSealedAward read) : AwardRoundPageModel
{
    public IReadOnlyList<CeremonyKit.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await read.HandleAsync(AwardRound.Code, ct) is { } stored) Rows = CeremonyKit.Rows(stored.Award);
    }
}
