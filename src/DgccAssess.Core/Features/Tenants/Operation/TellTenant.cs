using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Features.Tenants.Door;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Operation;

/// <param name="SpaceId">Whose trail.</param>
/// <param name="EventId">Of the event there: a second run finds it and adds nothing.</param>
/// <param name="Type">Name of the fact's type.</param>
/// <param name="Fact">The fact as JSON.</param>
public sealed record TellTenantArgs(string SpaceId, Guid EventId, string Type, string Fact);

/// <summary>Writes what the operator did with a tenant into the tenant's own audit trail. A database each: the hub's save asks for it, and this does it.</summary>
public sealed class TellTenant(IMultiTenantStore register, TenantTrail trail) : IJob<TellTenantArgs>
{
    private static readonly Dictionary<string, Type> Facts = new[]
    {
        typeof(SpaceSuspended), typeof(SpaceResumed), typeof(SpaceExported), typeof(SpaceDeletionOrdered), typeof(SpaceDeletionCancelled),
    }.ToDictionary(t => t.Name, StringComparer.Ordinal);

    public async Task ExecuteAsync(TellTenantArgs args, CancellationToken ct)
    {
        // Deleted meanwhile: nobody is left to be told.
        if (await register.GetAsync(args.SpaceId, ct) is not { } space) return;
        await trail.WriteAsync(space, args.EventId, (AuditFact)JsonSerializer.Deserialize(args.Fact, Facts[args.Type])!, ct);
    }
}

internal static class Telling
{
    public static void Tell(this Outbox outbox, TimeProvider clock, string spaceId, AuditFact fact) => outbox.Add<TellTenant, TellTenantArgs>(
        new(spaceId, Data.Clock.NewId(clock), fact.GetType().Name, JsonSerializer.Serialize(fact, fact.GetType())));
}
