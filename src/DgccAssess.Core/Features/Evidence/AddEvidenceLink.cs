using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

/// <param name="Id">Made with the form: a repeat of it adds nothing.</param>
/// <param name="AssessmentId">Whose answer it proves.</param>
/// <param name="Indicator">Code of the indicator answered.</param>
/// <param name="Url">http or https.</param>
/// <param name="Title">What the list calls it; the address itself where empty.</param>
public sealed record AddEvidenceLinkCommand(Guid Id, Guid AssessmentId, string Indicator, string? Url, string? Title) : ICreation;

public sealed record LinkAdded(string Subject, Guid EvidenceId, string Title, string Url) : AuditFact(Subject);

public sealed class AddEvidenceLink(TenantDbContext db, FindEvidenceTarget targets, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AddEvidenceLinkCommand command, CancellationToken ct)
    {
        var link = EvidenceLink.Read(command.Url, command.Title);
        if (!link.Succeeded) return link;
        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var target = await targets.HandleAsync(command.AssessmentId, command.Indicator, command.Id, ct);
        if (!target.Succeeded) return target;

        var (url, title) = link.Value!;
        if (await RepeatAsync(command.Id, target.Value!.AnswerId, url, ct) is { } repeat) return repeat;

        var who = actor.Current;
        db.Evidence.Add(EvidenceItem.Link(command.Id, target.Value.AnswerId, title, url, who.Id, who.Name, clock.UtcNow));
        audit.Record(new LinkAdded(target.Value.Subject, command.Id, title, url));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }

    private async Task<Result?> RepeatAsync(Guid id, Guid answerId, string url, CancellationToken ct)
    {
        var stored = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct);
        if (stored is null) return null;
        return stored.AnswerId == answerId && stored.Url == url ? Result.Ok : Result.Conflict(EvidenceMessages.FormUsed);
    }
}
