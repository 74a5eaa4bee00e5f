using System.Text.Json;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Jobs;

/// <summary>Asks for work in the save that is under way: both are there afterwards, or neither.</summary>
public sealed class Outbox(SpaceDbContext db, JobSignal signal, TimeProvider clock)
{
    private bool listening;

    /// <param name="args">Ids and other small values; never an entity, never a secret.</param>
    /// <param name="dueAt">Not before then; null: at once.</param>
    /// <exception cref="ArgumentException">The arguments take more than <see cref="JobRules.MaxArguments"/> characters.</exception>
    public void Add<TJob, TArgs>(TArgs args, DateTime? dueAt = null)
        where TJob : IJob<TArgs>
        where TArgs : notnull
    {
        var json = JsonSerializer.Serialize(args);
        if (json.Length > JobRules.MaxArguments) throw new ArgumentException($"Arguments of {typeof(TJob).Name} take {json.Length} characters; jobs take ids.", nameof(args));

        var now = clock.UtcNow;
        db.Outbox.Add(new OutboxRow { Id = clock.NewId(), Job = typeof(TJob).Name, Arguments = json, CreatedAt = now, DueAt = dueAt ?? now });
        if (listening) return;
        listening = true;
        db.SavedChanges += (_, _) => signal.Notify(db.Space.Id);
    }
}
