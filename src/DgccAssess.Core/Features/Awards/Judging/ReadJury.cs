using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Judging;

public enum SeatState
{
    /// <summary>The score is awaited.</summary>
    Missing,

    Scored,

    /// <summary>Stands aside: by their own word, the organizer's, or because they work for the agency.</summary>
    Recused,
}

/// <param name="Id">Of the nomination.</param>
/// <param name="AgencyId">Whose it is.</param>
/// <param name="Agency">Its code.</param>
/// <param name="Names">By language.</param>
/// <param name="Group">Code of its group.</param>
public sealed record NominationOfJury(Guid Id, Guid AgencyId, string Agency, LocalizedText Names, string Group);

/// <param name="Id">Account.</param>
/// <param name="Code">J1, J2, ... within the award round, in place of the name.</param>
/// <param name="Name">For the office and the jury itself.</param>
/// <param name="AgencyId">Where they work, if for an agency.</param>
/// <param name="PanelId">Their panel.</param>
public sealed record JurorOfRound(Guid Id, string Code, string Name, Guid? AgencyId, Guid PanelId);

/// <summary>One juror before one nomination. Whether there is a score, never which.</summary>
public sealed record Seat(NominationOfJury Nomination, JurorOfRound Juror, SeatState State);

/// <summary>Panels, jurors and nominations of an award round, and which scores are awaited.</summary>
public sealed record JuryState(IReadOnlyList<JuryPanel> Panels, IReadOnlyList<JurorOfRound> Jurors, IReadOnlyList<NominationOfJury> Nominations, IReadOnlyList<Seat> Seats)
{
    public int Missing => Seats.Count(s => s.State is SeatState.Missing);

    /// <summary>Nobody is asked to score these.</summary>
    public IEnumerable<NominationOfJury> Unseated => Nominations.Where(n => !Seats.Any(s => s.Nomination.Id == n.Id));

    public bool AllIn => Missing == 0;

    public IEnumerable<Seat> SeatsOf(Guid jurorId) => Seats.Where(s => s.Juror.Id == jurorId);
}

/// <summary>Reads who is asked to score what. Scores themselves are read by <see cref="ReadScores"/>, once they are open.</summary>
public sealed class ReadJury(TenantDbContext db)
{
    public async Task<JuryState> HandleAsync(AwardRoundRef round, CancellationToken ct)
    {
        var panels = await db.JuryPanels.AsNoTracking().Where(p => p.AwardRoundId == round.Id).OrderBy(p => p.Id).ToListAsync(ct);
        var members = await (from member in db.JuryMembers
                             join account in db.Users on member.JurorId equals account.Id
                             where member.AwardRoundId == round.Id
                             orderby account.Id
                             select new { account.Id, account.DisplayName, account.AgencyId, member.PanelId }).ToListAsync(ct);
        var nominations = await (from nomination in db.Nominations
                                 join agency in db.Agencies on nomination.AgencyId equals agency.Id
                                 where nomination.AwardRoundId == round.Id && nomination.WithdrawnAt == null
                                 orderby agency.Code
                                 select new NominationOfJury(nomination.Id, agency.Id, agency.Code, agency.Names, agency.Group)).ToListAsync(ct);
        var ids = nominations.Select(n => n.Id).ToList();
        var scored = (await db.JuryScores.Where(s => ids.Contains(s.NominationId)).Select(s => new { s.NominationId, s.JurorId }).ToListAsync(ct)).Select(s => (s.NominationId, s.JurorId)).ToHashSet();
        var recused = (await db.Recusals.Where(r => ids.Contains(r.NominationId)).Select(r => new { r.NominationId, r.JurorId }).ToListAsync(ct)).Select(r => (r.NominationId, r.JurorId)).ToHashSet();

        var jurors = members.Select((m, i) => new JurorOfRound(m.Id, $"J{i + 1}", m.DisplayName, m.AgencyId, m.PanelId)).ToList();
        var seats = from nomination in nominations
                    from juror in jurors
                    where panels.First(p => p.Id == juror.PanelId).Covers(nomination.Group)
                    select new Seat(nomination, juror, StateOf(nomination, juror));
        return new JuryState(panels, jurors, nominations, [.. seats]);

        SeatState StateOf(NominationOfJury nomination, JurorOfRound juror) =>
            juror.AgencyId == nomination.AgencyId || recused.Contains((nomination.Id, juror.Id)) ? SeatState.Recused
            : scored.Contains((nomination.Id, juror.Id)) ? SeatState.Scored : SeatState.Missing;
    }
}
