using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

/// <param name="Id">Made with the form: a repeat of it adds nothing.</param>
/// <param name="AssessmentId">Whose answer it proves.</param>
/// <param name="Indicator">Code of the indicator answered.</param>
/// <param name="Url">http or https.</param>
/// <param name="Title">What the list calls it; the address itself where empty.</param>
public sealed record AddEvidenceLinkCommand(Guid Id, Guid AssessmentId, string Indicator, string? Url, string? Title);

public sealed record LinkAdded(string Subject, Guid EvidenceId, string Title, string Url) : AuditFact(Subject);

public sealed class AddEvidenceLink(TenantDbContext db, FindEvidenceTarget targets, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AddEvidenceLinkCommand command, CancellationToken ct)
    {
        var link = EvidenceLink.Read(command.Url, command.Title);
        if (!link.Succeeded) return link;
        var target = await targets.HandleAsync(command.AssessmentId, command.Indicator, command.Id, ct);
        if (!target.Succeeded) return target;

        var (url, title) = link.Value!;
        var answerId = target.Value!.AnswerId;
        if (await RepeatAsync(command.Id, answerId, url, ct) is { } earlier) return earlier;

        var who = actor.Current;
        db.Evidence.Add(EvidenceItem.Link(command.Id, answerId, title, url, who.Id, who.Name, clock.UtcNow));
        audit.Record(new LinkAdded(target.Value.Subject, command.Id, title, url));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException)
        {
            // The same form sent twice at once: the other one was first.
            db.ChangeTracker.Clear();
            if (await RepeatAsync(command.Id, answerId, url, ct) is { } repeat) return repeat;
            throw;
        }
    }

    private async Task<Result?> RepeatAsync(Guid id, Guid answerId, string url, CancellationToken ct)
    {
        var stored = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct);
        if (stored is null) return null;
        return stored.AnswerId == answerId && stored.Url == url ? Result.Ok : Result.Conflict(EvidenceMessages.FormUsed);
    }
}
