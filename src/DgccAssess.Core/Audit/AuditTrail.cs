using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Audit;

/// <summary>What happened, in the past tense: one record type per event. Properties marked <see cref="PersonalAttribute"/> are masked.</summary>
public abstract record AuditFact(string Subject);

/// <summary>Adds audit events to the save that is under way.</summary>
public sealed class AuditTrail(SpaceDbContext db, ActorContext actor, TimeProvider clock)
{
    /// <param name="fact">What happened.</param>
    /// <param name="id">Of the event; known beforehand where a repetition must find it.</param>
    public void Record(AuditFact fact, Guid? id = null) => db.AuditEvents.Add(EventOf(fact, id));

    /// <summary>The event, for a write that does not go through the change tracker.</summary>
    internal AuditEvent EventOf(AuditFact fact, Guid? id = null)
    {
        var who = actor.Current;
        return new AuditEvent
        {
            Id = id ?? clock.NewId(),
            At = clock.UtcNow,
            ActorId = who.Id,
            ActorName = who.Name,
            Type = fact.GetType().Name,
            Subject = fact.Subject,
            Details = JsonSerializer.Serialize(fact, fact.GetType(), AuditJson.Options),
        };
    }
}
