using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <param name="AwardRound">Its code.</param>
/// <param name="Id">Of the panel; made with the form for a new one.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Groups">Agency groups whose nominations it scores; empty for all.</param>
/// <param name="Jurors">Everybody in it; who is left out loses the seat. Nobody: the panel is dissolved.</param>
/// <param name="Version">Of the award round.</param>
public sealed record SetPanelCommand(string AwardRound, Guid Id, string Name, IReadOnlyList<string> Groups, IReadOnlyList<Guid> Jurors, int? Version);

public sealed record PanelSet(string Code, string Name, IReadOnlyList<Guid> Jurors) : AuditFact($"award-rounds/{Code}");

/// <summary>Says who scores which nominations, until the scores are open.</summary>
public sealed class SetPanel(TenantDbContext db, JurorPool pool, ChangeAwardRound change, AuditTrail audit)
{
    public const int NameLength = 100;

    public async Task<Result> HandleAsync(SetPanelCommand command, CancellationToken ct = default)
    {
        var eligible = (await pool.HandleAsync(ct)).Select(a => a.Id).ToHashSet();
        var (name, jurors) = (command.Name.Trim(), command.Jurors.Distinct().ToList());
        return await change.HandleAsync(command.AwardRound, command.Version, _ => false, async round =>
        {
            if (round.Stage is not (AwardStage.Nominations or AwardStage.Jury) || round.UnsealedAt is not null) return Result.Conflict(AwardRoundMessages.WrongStage);
            var problems = Check(command.Groups, name, jurors, eligible).ToList();
            if (problems.Count > 0) return Result.Invalid(problems);

            var panel = await db.JuryPanels.FirstOrDefaultAsync(p => p.Id == command.Id, ct);
            if (panel is not null && panel.AwardRoundId != round.Id) return Result.NotFound();
            var members = await db.JuryMembers.Where(m => m.AwardRoundId == round.Id).ToListAsync(ct);
            db.JuryMembers.RemoveRange(members.Where(m => m.PanelId == command.Id && !jurors.Contains(m.JurorId)));
            Seat(round, command, name, jurors, panel, members);
            audit.Record(new PanelSet(round.Code, name, jurors));
            return Result.Ok;
        }, ct);
    }

    private void Seat(AwardRound round, SetPanelCommand command, string name, List<Guid> jurors, JuryPanel? panel, List<JuryMember> members)
    {
        if (jurors.Count == 0)
        {
            if (panel is not null) db.JuryPanels.Remove(panel);
            return;
        }

        if (panel is null) db.JuryPanels.Add(JuryPanel.Create(command.Id, round.Id, name, command.Groups));
        else (panel.Name, panel.Groups) = (name, command.Groups);
        foreach (var juror in jurors)
        {
            // A juror has one place in a round: chosen here, they leave the panel they were in.
            if (members.FirstOrDefault(m => m.JurorId == juror) is { } held) held.PanelId = command.Id;
            else db.JuryMembers.Add(new JuryMember { AwardRoundId = round.Id, JurorId = juror, PanelId = command.Id });
        }
    }

    private IEnumerable<Problem> Check(IReadOnlyList<string> groups, string name, List<Guid> jurors, HashSet<Guid> eligible)
    {
        if (name.Length == 0) yield return new(nameof(SetPanelCommand.Name), Messages.Required);
        if (name.Length > NameLength) yield return new(nameof(SetPanelCommand.Name), Messages.TooLong, NameLength);
        if (groups.Any(g => db.Space.Settings.AgencyGroups.All(known => known.Code != g))) yield return new(nameof(SetPanelCommand.Groups), AwardRoundMessages.GroupUnknown);
        if (!jurors.TrueForAll(eligible.Contains)) yield return new(nameof(SetPanelCommand.Jurors), AwardRoundMessages.JurorUnknown);
    }
}
