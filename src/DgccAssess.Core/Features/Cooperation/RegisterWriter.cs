using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>The steps every write of the register shares: who may, once only, on the version that was read, with its audit event in the same save.</summary>
public sealed class RegisterWriter(HubDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    internal HubDbContext Db => db;
    internal string WriterName => actor.Current.Name;
    internal DateTime Now => clock.UtcNow;
    internal bool MayWrite => actor.Current.Can(Permissions.ProgrammeManage);

    internal async Task<Result> AddAsync<TPart, TContent>(Guid id, string project, TContent content, IEnumerable<Problem> problems, Func<Guid, TPart> create, Func<TContent, AuditFact> fact, CancellationToken ct)
        where TPart : ProjectPart<TContent>
    {
        if (!MayWrite) return Result.Forbidden();
        if (id == Guid.Empty) return Result.Invalid("Id", Messages.VersionMissing);
        if (await ProjectIdAsync(project, ct) is not { } projectId) return Result.NotFound();
        if (await db.Set<TPart>().AnyAsync(p => p.Id == id, ct)) return Result.Ok;
        if (problems.ToList() is { Count: > 0 } found) return Result.Invalid(found);
        if (await db.Set<TPart>().CountAsync(p => p.ProjectId == projectId, ct) >= CooperationRules.MostParts) return Result.Invalid("", CooperationMessages.TooManyParts, CooperationRules.MostParts);

        var part = create(projectId);
        part.Save(content, WriterName, Now);
        return await InsertAsync(part, fact(content), () => db.Set<TPart>().AnyAsync(p => p.Id == id, ct), ct);
    }

    internal async Task<Result> InsertAsync<T>(T row, AuditFact fact, Func<Task<bool>> isThere, CancellationToken ct)
        where T : class
    {
        db.Add(row);
        audit.Record(fact);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same form arrived twice at once: the other request stored it.
            db.ChangeTracker.Clear();
            if (await isThere()) return Result.Ok;
            throw;
        }
    }

    /// <returns>Where somebody else was faster, what is stored now.</returns>
    internal async Task<Result<TPart>> ChangeAsync<TPart, TContent>(Guid id, string project, int? version, TContent content, IEnumerable<Problem> problems, Func<TContent, AuditFact> fact, CancellationToken ct)
        where TPart : ProjectPart<TContent>
    {
        if (!MayWrite) return Failed<TPart>(Result.Forbidden());
        if (version is null) return Failed<TPart>(Result.Invalid("Version", Messages.VersionMissing));
        var projectId = await ProjectIdAsync(project, ct);
        if (await db.Set<TPart>().SingleOrDefaultAsync(p => p.Id == id && p.ProjectId == projectId, ct) is not { } part) return Failed<TPart>(Result.NotFound());
        if (problems.ToList() is { Count: > 0 } found) return Failed<TPart>(Result.Invalid(found));
        if (Equals(part.Content, content)) return part;
        if (part.Version != version) return Result<TPart>.StaleWith(part);

        audit.Record(fact(part.Content));
        part.Save(content, WriterName, Now);
        return await SaveAsync(part, () => db.Set<TPart>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct), ct);
    }

    internal async Task<Result<T>> SaveAsync<T>(T row, Func<Task<T?>> readAgain, CancellationToken ct)
        where T : class
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return row;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await readAgain() is { } stored ? Result<T>.StaleWith(stored) : Failed<T>(Result.NotFound());
        }
    }

    internal void Record(AuditFact fact) => audit.Record(fact);

    internal async Task<Guid?> ProjectIdAsync(string code, CancellationToken ct) =>
        await db.CooperationProjects.Where(p => p.Code == code).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);

    internal static Result<T> Failed<T>(Result failure) => Result<T>.From(failure);
}
