using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Objections;

/// <param name="AssessmentId">Whose result is objected to.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Points">Values asked for; those left empty are not concerned.</param>
/// <param name="Id">Made with the form, so that a repeated post files nothing twice.</param>
public sealed record FileObjectionCommand(Guid AssessmentId, string Reason, IReadOnlyList<AskedValue> Points, Guid Id) : ICreation;

public sealed record ObjectionFiled(string Assessment, string Reason, IReadOnlyList<ObjectionPoint> Points) : AuditFact(Assessment);

/// <summary>A coordinator objects to the published result of the own agency, while the days for it last; one objection at a time.</summary>
public sealed class FileObjection(TenantDbContext db, FindAssessment find, ReadResult read, ReadObjections objections, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(FileObjectionCommand command, CancellationToken ct = default)
    {
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Coordinate, ct);
        if (!found.Succeeded) return found;
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.VersionMissing);
        if (await FiledAsync(command, ct) is { } filed) return filed;
        if (await read.HandleAsync(command.AssessmentId, Milestone.Published, ct) is not { } published || await objections.WindowAsync(command.AssessmentId, ct) is not { } window) return Result.NotFound();
        if (!window.IsOpenAt(clock.UtcNow)) return Result.Conflict(ObjectionMessages.WindowOver);

        var (instrument, reason) = (published.Instrument.Instrument, TypedText.Lines(command.Reason).Trim());
        var values = published.Document.Inputs.ToDictionary(i => i.Indicator, i => i.Final?.Value, StringComparer.Ordinal);
        var problems = ObjectionRules.Check(instrument, values, reason, command.Points).Concat(Twice(command.Points)).ToList();
        if (problems.Count > 0) return Result.Invalid(problems);

        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        if (await FiledAsync(command, ct) is { } faster) return faster;
        if (await db.Objections.AnyAsync(o => o.AssessmentId == command.AssessmentId && o.State == ObjectionState.Open, ct)) return Result.Conflict(ObjectionMessages.OpenAlready);
        var answerDays = await db.Rounds.Where(r => r.Code == found.Value!.Round).Select(r => r.AnswerDays).SingleAsync(ct);
        var objection = Objection.Create(command.Id, command.AssessmentId, reason, ObjectionRules.Points(instrument, values, command.Points), actor.Current.Name, clock.UtcNow, answerDays);
        db.Objections.Add(objection);
        audit.Record(new ObjectionFiled(found.Value!.Subject, reason, objection.Points));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }

    /// <summary>What this very form filed already.</summary>
    private async Task<Result?> FiledAsync(FileObjectionCommand command, CancellationToken ct) =>
        await db.Objections.Where(o => o.Id == command.Id).Select(o => (Guid?)o.AssessmentId).FirstOrDefaultAsync(ct) is { } assessment
            ? assessment == command.AssessmentId ? Result.Ok : Result.Stale()
            : null;

    private static IEnumerable<Problem> Twice(IReadOnlyList<AskedValue> asked) =>
        asked.Where(a => a.Value is not null).GroupBy(a => a.Indicator, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => new Problem("", ObjectionMessages.IndicatorTwice, g.Key));
}
