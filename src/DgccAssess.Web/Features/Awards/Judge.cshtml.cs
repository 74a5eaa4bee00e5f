using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Features.Awards;

/// <summary>What a juror is asked to score.</summary>
[Authorize(Policy = Policies.JudgeAwards)]
[AwardRoundPage]
public sealed class JudgeModel(ReadJury jury, ActorContext actor) : AwardRoundPageModel
{
    public IReadOnlyList<Seat> Seats { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (AwardRound.Stage >= Core.Features.Awards.Rounds.AwardStage.Jury) Seats = [.. (await jury.HandleAsync(AwardRound, ct)).SeatsOf(actor.Current.Id)];
    }
}
