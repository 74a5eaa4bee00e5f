using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <param name="AwardRound">Its code.</param>
/// <param name="Agency">Whose nomination.</param>
/// <param name="Id">Made with the form: a repeat of it adds nothing.</param>
/// <param name="Text">What was said.</param>
public sealed record AddJuryNoteCommand(string AwardRound, string Agency, Guid Id, string Text) : ICreation;

public sealed record JuryNoteAdded(string Nomination) : AuditFact(Nomination);

/// <summary>Keeps what the jury says of a nomination after the scores opened. Scores stay as they were given; where the talk leads elsewhere, the decision says so.</summary>
public sealed class AddJuryNote(TenantDbContext db, FindAwardRound find, ReadJury jury, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public const int TextLength = 4000;

    public async Task<Result> HandleAsync(AddJuryNoteCommand command, CancellationToken ct = default)
    {
        if (await find.HandleAsync(command.AwardRound, ct) is not { } round) return Result.NotFound();
        var state = await jury.HandleAsync(round, ct);
        var nomination = state.Nominations.FirstOrDefault(n => n.Agency == command.Agency);
        // Who stands aside takes no part in the talk.
        var takesPart = actor.Current.Can(Permissions.AwardsOrganize) || state.SeatsOf(actor.Current.Id).Any(s => s.Nomination == nomination && s.State is not SeatState.Recused);
        if (nomination is null || !takesPart) return Result.NotFound();
        if (!round.IsUnsealed || round.Stage > AwardStage.Deciding) return Result.Conflict(AwardRoundMessages.WrongStage);
        var text = command.Text.Trim();
        if (text.Length == 0) return Result.Invalid(nameof(command.Text), Messages.Required);
        if (text.Length > TextLength) return Result.Invalid(nameof(command.Text), Messages.TooLong, TextLength);
        if (await db.JuryNotes.AsNoTracking().FirstOrDefaultAsync(n => n.Id == command.Id, ct) is { } stored) return stored.NominationId == nomination.Id ? Result.Ok : Result.Stale();

        db.JuryNotes.Add(new JuryNote { Id = command.Id, NominationId = nomination.Id, AuthorName = actor.Current.Name, Text = text, At = clock.UtcNow });
        audit.Record(new JuryNoteAdded($"{round.Subject}/nominations/{nomination.Agency}"));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
