using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <summary>The juror who acts, before a nomination.</summary>
public sealed record OwnSeat(AwardRoundRef Round, Seat Seat)
{
    public bool IsOpen => Round is { Stage: AwardStage.Jury, IsUnsealed: false };
    public string Subject => $"{Round.Subject}/nominations/{Seat.Nomination.Agency}";
}

public sealed class FindSeat(FindAwardRound find, ReadJury jury, ActorContext actor)
{
    /// <returns>Not found where the juror who acts has no seat.</returns>
    public async Task<Result<OwnSeat>> HandleAsync(string awardRound, string agency, CancellationToken ct)
    {
        if (await find.HandleAsync(awardRound, ct) is not { } round || round.Stage < AwardStage.Jury || !actor.Current.Can(Permissions.AwardsJudge)) return Result<OwnSeat>.From(Result.NotFound());
        var seat = (await jury.HandleAsync(round, ct)).SeatsOf(actor.Current.Id).FirstOrDefault(s => s.Nomination.Agency == agency);
        return seat is null ? Result<OwnSeat>.From(Result.NotFound()) : new OwnSeat(round, seat);
    }
}
