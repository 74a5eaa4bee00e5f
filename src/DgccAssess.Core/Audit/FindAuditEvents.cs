using System.Globalization;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Audit;

/// <summary>The events of a filter, newest first.</summary>
public sealed class FindAuditEvents(SpaceDbContext db)
{
    /// <summary>A part of a name that so many people share finds nobody in particular.</summary>
    public const int MaxPeople = 500;

    public async Task<Result<IQueryable<AuditEvent>>> HandleAsync(AuditFilter filter, AuditCursor? after = null, CancellationToken ct = default)
    {
        var events = db.AuditEvents.AsNoTracking();
        if (filter.Person is { } person)
        {
            var people = await PeopleAsync(person, ct);
            if (people.Count > MaxPeople) return Result<IQueryable<AuditEvent>>.From(Result.Invalid(nameof(filter.Person), "Audit.TooManyPeople", MaxPeople));
            events = events.Where(e => people.Contains(e.ActorId) || e.ActorName == person);
        }

        if (filter.Type is { } type) events = events.Where(e => e.Type == type);
        // Not StartsWith: LIKE minds the case in one database and not in another.
        if (filter.Subject is { } subject) events = events.Where(e => e.Subject.Substring(0, subject.Length) == subject);
        if (filter.From is { } from) events = events.Where(e => e.At >= from);
        if (filter.Until is { } until) events = events.Where(e => e.At < until);
        if (after is { At: var at, Id: var id }) events = events.Where(e => e.At < at || (e.At == at && e.Id.CompareTo(id) < 0));
        return Result<IQueryable<AuditEvent>>.Of(events.OrderByDescending(e => e.At).ThenByDescending(e => e.Id));
    }

    // Compared here: databases differ in what they take for the same letter.
    private async Task<List<Guid>> PeopleAsync(string part, CancellationToken ct)
    {
        var all = await db.Users.AsNoTracking().Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return [.. all.Where(u => CultureInfo.InvariantCulture.CompareInfo.IndexOf(u.DisplayName, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0).Select(u => u.Id)];
    }
}
