using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Printing;

/// <param name="Id">Made with the form: a repeat of it prints nothing twice.</param>
/// <param name="Round">Its code.</param>
/// <param name="Language">One of the space's.</param>
/// <param name="Variant">For reading or for the archive.</param>
public sealed record OrderPapersCommand(Guid Id, string Round, string Language, ReportVariant Variant) : ICreation;

/// <summary>Orders the reports of every published result of a round; they are printed in the background.</summary>
public sealed class OrderPapers(TenantDbContext db, ReadTemplates templates, AuditTrail audit, Outbox outbox, ActorContext actor, TimeProvider clock)
{
    public async Task<Result> HandleAsync(OrderPapersCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.RoundsOrganize)) return Result.Forbidden();
        if (command.Id == Guid.Empty) return Result.Invalid(nameof(command.Id), Messages.Required);
        if (await db.Rounds.Where(r => r.Code == command.Round).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct) is not { } round) return Result.NotFound();
        if (!db.Space.Settings.Languages.Contains(command.Language)) return Result.Invalid(nameof(command.Language), PrintingMessages.LanguageUnknown, command.Language);
        if (await db.PrintBatches.AnyAsync(b => b.Id == command.Id && b.RoundId == round, ct)) return Result.Ok;
        if (await db.PrintBatches.AnyAsync(b => b.RoundId == round && b.State == PrintState.Printing, ct)) return Result.Conflict(PrintingMessages.UnderWay);

        var published = await PublishedAsync(round, ct);
        if (published.Count == 0) return Result.Conflict(PrintingMessages.NothingPublished);

        db.PrintBatches.Add(PrintBatch.Order(command.Id, round, command.Language, command.Variant, await templates.InForceIdAsync(TemplateKind.AgencyReport, ct), published.Count, actor.Current.Name, clock.UtcNow));
        db.PrintItems.AddRange(published.Select((p, i) => new PrintItem { BatchId = command.Id, Position = i + 1, Agency = p.Agency, SnapshotId = p.Snapshot }));
        audit.Record(new PapersOrdered(command.Round, command.Id, published.Count, command.Language));
        outbox.Add<PrintPapers, PrintPapersArgs>(new(command.Id));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    /// <summary>The version in force of each result.</summary>
    private async Task<List<(string Agency, Guid Snapshot)>> PublishedAsync(Guid round, CancellationToken ct)
    {
        var all = await (from snapshot in db.PublishedInForce()
                         join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
                         join agency in db.Agencies on assessment.AgencyId equals agency.Id
                         where assessment.RoundId == round
                         select new { agency.Code, snapshot.Id }).ToListAsync(ct);
        return [.. all.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => (s.Code, s.Id))];
    }
}
