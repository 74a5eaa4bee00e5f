using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <param name="Id">Made with the form, so that a repeated post proposes nothing twice.</param>
/// <param name="Round">Its code.</param>
/// <param name="Agency">Code of an agency named in the round's public result.</param>
/// <param name="Question">Code of a question of the shared core.</param>
/// <param name="Texts">In languages of the space.</param>
public sealed record ProposePracticeCommand(Guid Id, string Round, string Agency, string Question, IReadOnlyList<TypedPractice> Texts) : ICreation;

/// <summary>Asks an agency whether Korea may read what it did. Nothing is shared by it.</summary>
public sealed class ProposePractice(TenantDbContext db, NamedAgencies named, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(ProposePracticeCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.SharingDecide)) return Result.Forbidden();
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.VersionMissing);
        if (!await db.Rounds.AnyAsync(r => r.Code == command.Round, ct)) return Result.NotFound();
        if (await ProposedAsync(command, ct) is { } proposed) return proposed;

        List<Problem> problems = [];
        if (!PracticeRules.IsQuestion(command.Question)) problems.Add(new(nameof(command.Question), PracticeMessages.QuestionUnknown));
        if (!await named.HoldAsync(command.Round, command.Agency, ct)) problems.Add(new(nameof(command.Agency), PracticeMessages.NotNamed));
        var texts = PracticeRules.Texts(command.Texts, db.Space.Settings.Languages);
        problems.AddRange(texts.Problems);
        if (problems.Count > 0) return Result.Invalid(problems);

        var assessment = await (from a in db.Assessments
                                join round in db.Rounds on a.RoundId equals round.Id
                                join agency in db.Agencies on a.AgencyId equals agency.Id
                                where round.Code == command.Round && agency.Code == command.Agency
                                select a.Id).SingleAsync(ct);
        if (await db.Practices.AnyAsync(p => p.AssessmentId == assessment && p.Question == command.Question, ct)) return Result.Conflict(PracticeMessages.Already);
        var practice = Practice.Create(command.Id, assessment, command.Question, texts.Value!, actor.Current.Name, clock.UtcNow);
        db.Practices.Add(practice);
        audit.Record(new PracticeProposed($"rounds/{command.Round}/agencies/{command.Agency}", command.Question, practice.Sha256));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same form twice at once, or somebody else was faster.
            db.ChangeTracker.Clear();
            if (await ProposedAsync(command, ct) is { } twin) return twin;
            if (await db.Practices.AnyAsync(p => p.AssessmentId == assessment && p.Question == command.Question, ct)) return Result.Conflict(PracticeMessages.Already);
            throw;
        }
    }

    /// <summary>What this very form proposed already.</summary>
    private async Task<Result?> ProposedAsync(ProposePracticeCommand command, CancellationToken ct) =>
        await db.Practices.Where(p => p.Id == command.Id).Select(p => p.Question).FirstOrDefaultAsync(ct) is { } question
            ? question == command.Question ? Result.Ok : Result.Stale()
            : null;
}
