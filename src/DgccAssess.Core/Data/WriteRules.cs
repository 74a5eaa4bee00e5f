using DgccAssess.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DgccAssess.Core.Data;

/// <summary>What holds for every save: versions count up, audited things carry their audit event, written records stay as they are.</summary>
internal static class WriteRules
{
    public static void Apply(ChangeTracker tracker)
    {
        Type? audited = null;
        var recorded = false;

        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;

            recorded |= entry.Entity is AuditEvent;
            if (entry.Entity is IAudited) audited = entry.Entity.GetType();

            if (entry.Entity is IImmutable && entry.State is not EntityState.Added)
            {
                throw new InvalidOperationException($"{entry.Entity.GetType().Name} is written once and never changed.");
            }

            if (entry is { Entity: IVersioned, State: EntityState.Modified })
            {
                var version = entry.Property(nameof(IVersioned.Version));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }

        if (audited is not null && !recorded)
        {
            throw new InvalidOperationException($"{audited.Name} changed without an audit event in the same save.");
        }
    }
}
